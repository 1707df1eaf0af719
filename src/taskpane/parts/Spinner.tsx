import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';

const SIZE = 20;
const STROKE = 2;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    ...typographyStyles.body1,
  },
  ring: {
    flexShrink: 0,
    fill: 'none',
    stroke: tokens.colorBrandStroke2Contrast,
    strokeWidth: `${STROKE}px`,
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.5s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
  arc: {
    stroke: tokens.colorBrandStroke1,
    strokeLinecap: 'round',
    // In hundredths of the circle.
    strokeDasharray: '35 100',
    animationName: {
      '0%, 100%': { strokeDasharray: '8 100', strokeDashoffset: 0 },
      '50%': { strokeDasharray: '70 100', strokeDashoffset: '-15' },
    },
    animationDuration: '1.5s',
    animationIterationCount: 'infinite',
    animationTimingFunction: tokens.curveEasyEase,
    '@media (forced-colors: active)': { stroke: 'Highlight' },
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
});

/** Something goes on, and what. Fluent's own brings the styles of eight sizes. */
export function Spinner({ label }: { readonly label: string }) {
  const styles = useStyles();
  const id = useId();
  const circle = { cx: SIZE / 2, cy: SIZE / 2, r: (SIZE - STROKE) / 2 };
  return (
    <div role="progressbar" aria-labelledby={id} className={styles.root}>
      <svg width={SIZE} height={SIZE} viewBox={`0 0 ${SIZE} ${SIZE}`} className={styles.ring} aria-hidden>
        <circle {...circle} />
        <circle {...circle} pathLength={100} className={styles.arc} />
      </svg>
      <span id={id}>{label}</span>
    </div>
  );
}
