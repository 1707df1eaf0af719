import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ButtonHTMLAttributes, ReactElement } from 'react';

/** Colours that Fluent has three of: at rest, under the mouse, pressed. */
type Reacting =
  | 'colorBrandBackground'
  | 'colorNeutralBackground1'
  | 'colorNeutralForeground1'
  | 'colorNeutralForeground2'
  | 'colorNeutralStroke1'
  | 'colorSubtleBackground'
  | 'colorTransparentBackground';

type Three = readonly [rest: string, hover: string, pressed: string];

function three(name: Reacting): Three {
  return [tokens[name], tokens[`${name}Hover`], tokens[`${name}Pressed`]];
}

function painted(background: string, border: string, text: string) {
  return { backgroundColor: background, ...edged(border), color: text };
}

function edged(color: string) {
  return {
    borderTopColor: color,
    borderRightColor: color,
    borderBottomColor: color,
    borderLeftColor: color,
  };
}

const PRESSED = ':hover:active,:active:focus-visible';

function reacting(background: Three, border: Three, text: Three) {
  return {
    ...painted(background[0], border[0], text[0]),
    ':hover': { ...painted(background[1], border[1], text[1]), cursor: 'pointer' },
    [PRESSED]: painted(background[2], border[2], text[2]),
  };
}

const NONE: Three = ['transparent', 'transparent', 'transparent'];
const ON_BRAND = tokens.colorNeutralForegroundOnBrand;

/** What the mouse shows where colours are forced. */
const CHOSEN = { ...painted('HighlightText', 'Highlight', 'Highlight'), forcedColorAdjust: 'none' } as const;

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minWidth: '96px',
    margin: 0,
    padding: `5px ${tokens.spacingHorizontalM}`,
    overflow: 'hidden',
    border: `${tokens.strokeWidthThin} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
    outlineStyle: 'none',
    transitionDuration: tokens.durationFaster,
    transitionProperty: 'background, border, color',
    transitionTimingFunction: tokens.curveEasyEase,
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0.01ms' },
    ':focus-visible': {
      ...edged(tokens.colorStrokeFocus2),
      // Drawn where colours are forced.
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorTransparentStroke}`,
      boxShadow: `inset 0 0 0 ${tokens.strokeWidthThin} ${tokens.colorStrokeFocus2}`,
    },
  },
  small: {
    minWidth: '64px',
    padding: `3px ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  smallWithIcon: { paddingTop: '1px', paddingBottom: '1px' },
  // Room for an icon of any size: one of 16 pixels makes no lower button.
  icon: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '20px',
    height: '20px',
    marginRight: tokens.spacingHorizontalSNudge,
    fontSize: '20px',
  },
  smallIcon: { marginRight: tokens.spacingHorizontalXS },
  on: {
    '@media (forced-colors: active)': {
      ':hover': CHOSEN,
      [PRESSED]: CHOSEN,
    },
  },
  off: {
    ...painted(
      tokens.colorNeutralBackgroundDisabled,
      tokens.colorNeutralStrokeDisabled,
      tokens.colorNeutralForegroundDisabled,
    ),
    cursor: 'not-allowed',
    '@media (forced-colors: active)': painted('ButtonFace', 'GrayText', 'GrayText'),
  },
});

const useLooks = makeStyles({
  primary: {
    ...reacting(three('colorBrandBackground'), NONE, [ON_BRAND, ON_BRAND, ON_BRAND]),
    ':focus-visible': {
      boxShadow: `${tokens.shadow2}, inset 0 0 0 ${tokens.strokeWidthThin} ${tokens.colorStrokeFocus2}, inset 0 0 0 ${tokens.strokeWidthThick} ${ON_BRAND}`,
    },
    '@media (forced-colors: active)': {
      ...painted('Highlight', 'HighlightText', 'HighlightText'),
      forcedColorAdjust: 'none',
    },
  },
  secondary: reacting(
    three('colorNeutralBackground1'),
    three('colorNeutralStroke1'),
    three('colorNeutralForeground1'),
  ),
  outline: reacting(
    three('colorTransparentBackground'),
    three('colorNeutralStroke1'),
    three('colorNeutralForeground1'),
  ),
  subtle: reacting(three('colorSubtleBackground'), NONE, three('colorNeutralForeground2')),
  transparent: reacting(three('colorTransparentBackground'), NONE, [
    tokens.colorNeutralForeground2,
    tokens.colorNeutralForeground2BrandHover,
    tokens.colorNeutralForeground2BrandPressed,
  ]),
});

/** What differs where a button cannot be pressed: those without a frame or a ground stay so. */
const useQuietLooks = makeStyles({
  primary: edged('transparent'),
  secondary: {},
  outline: { backgroundColor: 'transparent' },
  subtle: { backgroundColor: 'transparent', ...edged('transparent') },
  transparent: { backgroundColor: 'transparent', ...edged('transparent') },
});

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly appearance?: 'primary' | 'secondary' | 'outline' | 'subtle' | 'transparent';
  readonly size?: 'small' | 'medium';
  readonly icon?: ReactElement;
  /** It cannot be pressed now, but keeps its place in the order of the keyboard. */
  readonly disabledFocusable?: boolean;
}

/** A button with a word on it as Fluent draws it; its own brings two more sizes, two more shapes and icons alone. */
export function Button({
  appearance = 'secondary',
  size = 'medium',
  icon,
  disabledFocusable: isOff = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const styles = useStyles();
  const looks = useLooks();
  const quietLooks = useQuietLooks();
  const isSmall = size === 'small';
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={isOff ? true : rest['aria-disabled']}
      className={mergeClasses(
        styles.button,
        isSmall && styles.small,
        isSmall && icon && styles.smallWithIcon,
        ...(isOff ? [styles.off, quietLooks[appearance]] : [styles.on, looks[appearance]]),
        className,
      )}
      onClick={isOff ? undefined : onClick}
    >
      {icon && <span className={mergeClasses(styles.icon, isSmall && styles.smallIcon)}>{icon}</span>}
      {children}
    </button>
  );
}
