import { Body1, Button, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons';
import { findingSentence } from '../../locale/catalog';
import { describeAttainable } from '../../locale/describe';
import { cellAddress } from '../../sheet/address';
import type { Quote, ReportedFinding } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';
import { MarkedRule } from './MarkedRule';

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
  attainable: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    ':empty': { display: 'none' },
  },
  fix: { minWidth: 'auto', fontVariantNumeric: 'tabular-nums' },
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
      <div className={styles.actions}>
        <Place session={session} reported={reported} />
        <Fixes session={session} reported={reported} />
      </div>
    </li>
  );
}

function RuleQuote({ quote: { before, read, after } }: { readonly quote: Quote }) {
  const start = before.length;
  const spans = read === '' ? [] : [{ start, end: start + read.length }];
  return <MarkedRule criterion={before + read + after} spans={spans} />;
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

/** What would settle it: done at a press where it is certain, else scores of which a person takes one. */
function Fixes({ session, reported: { finding, fixes, grid } }: FindingCardProps) {
  const styles = useStyles();
  const { action } = useWords().text;
  if (grid === null || finding.cell === null) return null;
  const cell = cellAddress(finding.cell);
  return (
    <>
      {fixes.map((fix) => {
        const { edit, kind, shows } = fix;
        const label =
          edit.content.kind === 'formula' ? action.toFormula({ shows }) : action.changeTo({ shows });
        return (
          <Button
            key={String(shows)}
            size="small"
            className={styles.fix}
            appearance={kind === 'certain' ? 'primary' : 'outline'}
            aria-label={`${label}（${cell}）`}
            onClick={() => void session.fix(fix, grid)}
          >
            {label}
          </Button>
        );
      })}
    </>
  );
}
