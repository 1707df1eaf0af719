import { ActionBar } from '../parts/ActionBar';
import { CurrentItem } from '../parts/CurrentItem';
import { EmptyState } from '../parts/EmptyState';
import { PaneHeader } from '../parts/PaneHeader';
import { Report } from '../parts/Report';
import { Shortfalls } from '../parts/Shortfalls';
import { TaskMessages } from '../parts/TaskMessages';
import type { ViewProps } from '../view';

/** 校验: the open workbook, what is wrong in it and where. */
export function CheckView({ session, state }: ViewProps) {
  const { book, showsFindings } = state;
  const isEmpty = book !== null && book.tables.length === 0;
  return (
    <>
      <PaneHeader book={book} />
      <ActionBar session={session} state={state} />
      <TaskMessages session={session} state={state} />
      <CurrentItem session={session} state={state} />
      {isEmpty && <EmptyState />}
      {book !== null && !isEmpty && <Report session={session} book={book} showsFindings={showsFindings} />}
      {showsFindings && <Shortfalls shortfalls={session.shortfalls} />}
    </>
  );
}
