import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import type { SheetContent } from '../sheetContent';
import { CENTRED, COUNT, TEXT } from './looks';
import { MISSING_HEADS } from './names';
import { BODY_ROW, SheetDraft } from './sheetDraft';
import type { SummarySource } from './source';

/** 未报送: the roster minus what was received. */
export function missingSheet({ summary, words, office, date, hasRoster }: SummarySource): SheetContent {
  const draft = new SheetDraft({
    name: SUMMARY_SHEETS.missing,
    title: words.missingTitle({ year: summary.year }),
    info: words.made({ office, year: summary.year, date }),
    heads: MISSING_HEADS,
    widths: [8, 40, 16, 66],
    footer: words.page,
  });
  summary.missing.forEach(({ unit, category, file }, index) => {
    const row = BODY_ROW + index;
    draft.number(row, 0, index + 1, COUNT);
    draft.text(row, 1, unit, TEXT);
    draft.text(row, 2, category, CENTRED);
    draft.text(row, 3, file === null ? words.notReported : words.notReadable({ file }), TEXT);
  });
  if (summary.missing.length === 0) {
    draft.note(BODY_ROW, hasRoster ? words.allReported : words.noRoster, 30);
  }
  return draft.finish();
}
