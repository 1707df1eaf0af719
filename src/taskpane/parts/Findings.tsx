import type { ViewProps } from '../view';
import { CurrentItem } from './CurrentItem';
import { Report } from './Report';
import { Shortfalls } from './Shortfalls';

/** What is known of a workbook with scoring tables: the item one stands on, the totals, the findings. */
export function Findings({ session, state }: ViewProps) {
  const { book, showsFindings } = state;
  if (book === null) return null;
  return (
    <>
      <CurrentItem session={session} state={state} />
      {book.tables.length > 0 && <Report session={session} book={book} showsFindings={showsFindings} />}
      {showsFindings && <Shortfalls shortfalls={session.shortfalls} />}
    </>
  );
}
