import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Span } from '../../rubric/clause';
import { useWords } from '../words';

const useStyles = makeStyles({
  rule: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-line',
  },
  read: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface MarkedRuleProps {
  readonly criterion: string;
  readonly spans: readonly Span[];
}

/** A rule sentence with the words that were read in it marked, in colour and weight. */
export function MarkedRule({ criterion, spans }: MarkedRuleProps) {
  const styles = useStyles();
  const { text } = useWords();
  return (
    <blockquote className={styles.rule} aria-label={text.findings.criterion}>
      {piecesOf(criterion, spans).map(({ start, end, isRead }) => {
        const piece = criterion.slice(start, end);
        return isRead ? (
          <mark key={start} className={styles.read}>
            {piece}
          </mark>
        ) : (
          piece
        );
      })}
    </blockquote>
  );
}

interface Piece extends Span {
  readonly isRead: boolean;
}

/** The sentence cut where a span begins or ends; spans that overlap or touch are one. */
function piecesOf(criterion: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = pieces[pieces.length - 1];
    if (end <= at) continue;
    if (last?.isRead === true && start <= at) pieces[pieces.length - 1] = { ...last, end };
    else {
      if (start > at) pieces.push({ start: at, end: start, isRead: false });
      pieces.push({ start, end, isRead: true });
    }
    at = end;
  }
  if (at < criterion.length) pieces.push({ start: at, end: criterion.length, isRead: false });
  return pieces;
}
