import { Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { CheckedBook } from '../../check/report';
import { useWords } from '../words';

const useStyles = makeStyles({
  header: { minHeight: '40px' },
  title: { display: 'block', margin: 0 },
  caption: { display: 'block', margin: 0, color: tokens.colorNeutralForeground2 },
});

/** Whose sheet, which year, which stage: so that nobody checks the wrong workbook. */
export function PaneHeader({ book }: { readonly book: CheckedBook | null }) {
  const styles = useStyles();
  const { title, details } = useHeading(book);
  return (
    <header className={styles.header}>
      <Subtitle2 as="h1" className={styles.title}>
        {title}
      </Subtitle2>
      {details !== '' && (
        <Caption1 as="p" className={styles.caption}>
          {details}
        </Caption1>
      )}
    </header>
  );
}

function useHeading(book: CheckedBook | null): { title: string; details: string } {
  const { text } = useWords();
  const [first, second] = book?.tables ?? [];
  if (book === null || first === undefined) return { title: text.title, details: '' };
  if (second !== undefined) {
    const tables = text.header.tables({ count: book.tables.length });
    return { title: book.fileName ?? text.title, details: tables };
  }
  const { unit, year } = first.table;
  const parts = [year === null ? '' : text.header.year({ year }), text.header.stage[first.stage]];
  return { title: unit ?? text.header.noUnit, details: parts.filter((part) => part !== '').join(' · ') };
}
