import { lazily } from '../frame/lazily';
import { ActionBar } from '../parts/ActionBar';
import { EmptyState } from '../parts/EmptyState';
import { PaneHeader } from '../parts/PaneHeader';
import { TaskMessages } from '../parts/TaskMessages';
import type { ViewProps } from '../view';

/** In the script that reads workbooks: before that there is nothing to show. */
const Findings = lazily(
  async () => (await import(/* webpackChunkName: "check" */ '../parts/Findings')).Findings,
);

/** 校验: the open workbook, what is wrong in it and where. Drawn before the workbook was read. */
export function CheckView({ session, state }: ViewProps) {
  const { book } = state;
  return (
    <>
      <PaneHeader book={book} />
      <ActionBar session={session} state={state} />
      <TaskMessages session={session} state={state} />
      {book?.tables.length === 0 && <EmptyState session={session} />}
      {book !== null && <Findings session={session} state={state} />}
    </>
  );
}
