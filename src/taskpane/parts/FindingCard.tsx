import {
  Body1,
  Button,
  Caption1,
  Caption1Strong,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons';
import { findingSentence } from '../../locale/catalog';
import { describeAttainable } from '../../locale/describe';
import { cellAddress } from '../../sheet/address';
import type { Quote, ReportedFinding } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  sentence: { margin: 0 },
  quote: {
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
  attainable: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});

interface FindingCardProps {
  readonly session: PaneSession;
  readonly reported: ReportedFinding;
}

/** One finding: where, what, by which words of the rule, and which scores would be right. */
export function FindingCard({ session, reported }: FindingCardProps) {
  const styles = useStyles();
  const { language, text } = useWords();
  const { finding, quote, attainable } = reported;
  return (
    <li className={styles.card}>
      <Body1 as="p" className={styles.sentence}>
        {findingSentence(finding, language)}
      </Body1>
      {quote !== null && <RuleQuote quote={quote} />}
      {attainable !== null && (
        <Caption1Strong as="p" className={styles.attainable}>
          {text.findings.attainable({ scores: describeAttainable(attainable, language) })}
        </Caption1Strong>
      )}
      <Place session={session} reported={reported} />
    </li>
  );
}

function RuleQuote({ quote: { before, read, after } }: { readonly quote: Quote }) {
  const styles = useStyles();
  const { text } = useWords();
  return (
    <blockquote className={styles.quote} aria-label={text.findings.criterion}>
      {before}
      {read !== '' && <mark className={styles.read}>{read}</mark>}
      {after}
    </blockquote>
  );
}

/** The cell: a button that selects it, or its bare name where there is no sheet on the screen. */
function Place({ session, reported: { finding } }: FindingCardProps) {
  const { action } = useWords().text;
  const { sheet, cell } = finding;
  if (sheet === null || cell === null) return null;
  const address = cellAddress(cell);
  if (!session.canLocate) return <Caption1>{address}</Caption1>;
  return (
    <Button size="small" icon={<CursorClickRegular />} onClick={() => void session.locate(sheet, cell)}>
      {action.locateCell({ cell: address })}
    </Button>
  );
}
