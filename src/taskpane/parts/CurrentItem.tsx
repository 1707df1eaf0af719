import {
  Body1,
  Button,
  Caption1,
  Caption1Strong,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons';
import { useId, useMemo } from 'react';
import { itemAtCell } from '../../app/itemAtCell';
import type { ItemAtCell } from '../../app/itemAtCell';
import { findingSentence } from '../../locale/catalog';
import { describeAttainable, describeClause } from '../../locale/describe';
import { formatNumber } from '../../locale/format';
import { scoreEdit } from '../../plan/planFix';
import { cellAddress } from '../../sheet/address';
import type { PaneSession } from '../session';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { MarkedRule } from './MarkedRule';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: tokens.spacingHorizontalS },
  text: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  verdict: { display: 'flex', gap: tokens.spacingHorizontalXS, margin: 0 },
  icon: { flexShrink: 0, marginTop: '1px' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  choice: { minWidth: '32px', fontVariantNumeric: 'tabular-nums' },
});

/** The item whose row the person stands in: its rule, what was read in it, and which scores it allows. */
export function CurrentItem({ session, state: { latest, place } }: ViewProps) {
  const styles = useStyles();
  const id = useId();
  const { language, text } = useWords();
  const found = useMemo(
    () => (latest === null || place === null ? null : itemAtCell(latest, place.sheet, place.cell)),
    [latest, place],
  );
  if (found === null || place === null) return null;
  const { item, section, clauses, attainable } = found;
  const words = text.current;
  const worth = item.max === null ? words.bonus : words.max({ max: item.max });
  return (
    <section className={styles.card} aria-labelledby={id}>
      <div className={styles.heading}>
        <Subtitle2 as="h2" id={id} className={styles.text}>
          {words.heading({ cell: cellAddress(place.cell) })}
        </Subtitle2>
        <Caption1 className={styles.quiet}>
          {[section?.name ?? '', item.name ?? '', worth].filter((part) => part !== '').join(' · ')}
        </Caption1>
      </div>
      {item.criterion !== '' && <MarkedRule criterion={item.criterion} spans={clauses} />}
      {clauses.length > 0 && (
        <Caption1 as="p" className={styles.quiet}>
          {words.readAs({
            clauses: [...new Set(clauses.map((clause) => describeClause(clause, language)))],
          })}
        </Caption1>
      )}
      <Caption1Strong as="p" className={styles.text}>
        {clauses.length === 0
          ? words.unread
          : text.findings.attainable({ scores: describeAttainable(attainable, language) })}
      </Caption1Strong>
      <Verdict found={found} />
      <Choices session={session} found={found} />
    </section>
  );
}

/** What the score is that stands there, and whether it is fine. */
function Verdict({ found: { score, findings } }: { readonly found: ItemAtCell }) {
  const styles = useStyles();
  const { language, text } = useWords();
  if (score === null) return null;
  if (findings.length > 0) {
    return (
      <>
        {findings.map((one) => (
          <Body1 key={one.code} as="p" className={styles.verdict}>
            <span className={styles.icon}>
              <SeverityIcon severity={one.severity} />
            </span>
            <span>{findingSentence(one, language)}</span>
          </Body1>
        ))}
      </>
    );
  }
  if (score.number === null) return null;
  return (
    <Body1 as="p" className={styles.verdict}>
      <CheckmarkCircle16Regular className={styles.icon} aria-hidden />
      <span>{text.current.fine({ cell: cellAddress(score), score: score.number })}</span>
    </Body1>
  );
}

interface ChoicesProps {
  readonly session: PaneSession;
  readonly found: ItemAtCell;
}

/** The attainable scores, each of which goes into the score cell at a press. A formula's cell is left alone. */
function Choices({ session, found: { table, score, choices } }: ChoicesProps) {
  const styles = useStyles();
  const id = useId();
  const words = useWords().text.current;
  if (score === null || score.formula !== null || choices.length === 0) return null;
  const { grid } = table.table;
  const cell = cellAddress(score);
  return (
    <div role="group" aria-labelledby={id}>
      <Caption1 as="p" id={id} className={styles.quiet}>
        {words.enter({ cell })}
      </Caption1>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <Button
            key={choice}
            size="small"
            className={styles.choice}
            appearance={choice === score.number ? 'primary' : 'secondary'}
            aria-pressed={choice === score.number}
            onClick={() =>
              void session.fix({ edit: scoreEdit(grid.name, score, choice), shows: choice }, grid)
            }
          >
            {formatNumber(choice)}
          </Button>
        ))}
      </div>
    </div>
  );
}
