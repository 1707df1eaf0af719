import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const ICON = '20px';

function edges(color: string, below: string) {
  return {
    borderTopColor: color,
    borderRightColor: color,
    borderBottomColor: below,
    borderLeftColor: color,
  };
}

/**
 * Fluent's look of what is typed into or chosen from, for the one size and the one appearance that the pane has: its own
 * styles have all of them, 7 KB gzip.
 */
export const useControlStyles = makeStyles({
  /** Around the control: the line that grows under it while it has the focus. */
  root: {
    position: 'relative',
    display: 'flex',
    '::after': {
      content: '""',
      position: 'absolute',
      left: 0,
      right: 0,
      bottom: 0,
      height: tokens.borderRadiusMedium,
      borderRadius: `0 0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium}`,
      backgroundImage: `linear-gradient(0deg, ${tokens.colorCompoundBrandStroke} 50%, transparent 50%)`,
      pointerEvents: 'none',
      transform: 'scaleX(0)',
      transitionProperty: 'transform',
      transitionDuration: tokens.durationUltraFast,
    },
    ':focus-within::after': { transform: 'scaleX(1)', transitionDuration: tokens.durationNormal },
    '@media (prefers-reduced-motion: reduce)': {
      '::after': { transitionDuration: '0.01ms' },
      ':focus-within::after': { transitionDuration: '0.01ms' },
    },
  },
  control: {
    ...typographyStyles.body1,
    boxSizing: 'border-box',
    flexGrow: 1,
    width: '100%',
    minWidth: 0,
    height: '32px',
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    // Where colours are forced the transparent ring is drawn.
    ':focus': { outline: '2px solid transparent' },
    ':hover': edges(tokens.colorNeutralStroke1Hover, tokens.colorNeutralStrokeAccessibleHover),
    ':active,:focus': edges(tokens.colorNeutralStroke1Pressed, tokens.colorNeutralStrokeAccessiblePressed),
    '::placeholder': { color: tokens.colorNeutralForeground4, opacity: 1 },
    '&[aria-invalid="true"]:not(:focus)': edges(tokens.colorPaletteRedBorder2, tokens.colorPaletteRedBorder2),
  },
  /** A control that is chosen from: its arrow is ours. */
  choice: {
    appearance: 'none',
    cursor: 'pointer',
    paddingRight: `calc(${tokens.spacingHorizontalL} + ${ICON})`,
  },
  searched: { paddingLeft: `calc(${tokens.spacingHorizontalM} + ${tokens.spacingHorizontalXXS} + ${ICON})` },
  icon: {
    position: 'absolute',
    top: '6px',
    display: 'flex',
    fontSize: ICON,
    color: tokens.colorNeutralStrokeAccessible,
    pointerEvents: 'none',
  },
  iconBefore: {
    left: `calc(${tokens.spacingHorizontalMNudge} + 1px)`,
    color: tokens.colorNeutralForeground3,
  },
  iconAfter: { right: tokens.spacingHorizontalMNudge },
});
