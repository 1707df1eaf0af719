import { Body1, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { DistributeMessages } from '../../locale/pane/distribute';
import { TextInput } from './TextInput';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXXS },
  list: {
    maxHeight: '200px',
    overflowY: 'auto',
    marginTop: tokens.spacingVerticalXS,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  unit: { display: 'flex' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  none: { margin: 0, padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

interface UnitChoiceProps {
  readonly units: readonly string[];
  readonly chosen: ReadonlySet<string>;
  readonly words: DistributeMessages['units'];
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** Units to be ticked, all at once or those that a search leaves. */
export function UnitChoice({ units, chosen, words, onChange }: UnitChoiceProps) {
  const styles = useStyles();
  const id = useId();
  const [search, setSearch] = useState('');
  const found = units.filter((unit) => unit.includes(search.trim()));
  const ticked = found.filter((unit) => chosen.has(unit)).length;
  const set = (changed: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const unit of changed) {
      if (isChosen) next.add(unit);
      else next.delete(unit);
    }
    onChange(next);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words.label}</legend>
      <TextInput
        id={id}
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        icon={<SearchRegular />}
        value={search}
        onText={setSearch}
      />
      <div className={styles.head}>
        <Checkbox
          label={words.all}
          checked={ticked === 0 ? false : ticked === found.length ? true : 'mixed'}
          onChange={(_, { checked }) => set(found, checked === true)}
        />
        <span className={styles.count} role="status">
          {words.chosen({ count: chosen.size, of: units.length })}
        </span>
      </div>
      <div className={styles.list} tabIndex={0} role="group" aria-label={words.label}>
        {found.map((unit) => (
          <Checkbox
            key={unit}
            className={styles.unit}
            label={unit}
            checked={chosen.has(unit)}
            onChange={(_, { checked }) => set([unit], checked === true)}
          />
        ))}
        {found.length === 0 && (
          <Body1 as="p" className={styles.none}>
            {words.none}
          </Body1>
        )}
      </div>
    </fieldset>
  );
}
