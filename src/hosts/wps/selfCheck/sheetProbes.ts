import { severityOfSignature, signatureFormula } from '../../../plan/marks';
import { EXPRESSION, NONE, attempt, etColour } from '../etApi';
import { shown, yesOrNo } from './answers';
import type { Probe } from './answers';

const WORDS = ['考核自检一', '考核自检二'] as const;
/** A rule that takes numbers from 0 to 10, and refuses others. */
const DECIMAL = 2;
const REFUSE = 1;
const BETWEEN = 1;
const COLUMNS = 51;

/** A sheet name that nobody has. */
const NO_SHEET = '考核自检没有这张表';

export const SHEET_PROBES: readonly Probe[] = [
  {
    question: 'mixed-merge',
    reliance: 'needed',
    ask: (at) => {
      at(0, 0, 2, 1).Merge();
      const answer: unknown = at(0, 0, 3, 1).MergeCells;
      if (answer === null) return { seen: 'null', verdict: 'expected' };
      // Whatever is neither true nor false is taken for mixed; `true` costs questions, `false` hides merged cells.
      return { seen: 'other-shape', detail: shown(answer), verdict: answer === false ? 'trouble' : 'coped' };
    },
  },
  {
    question: 'merge-area',
    reliance: 'needed',
    ask: (at) => {
      at(0, 0, 2, 2).Merge();
      const area = at(1, 1).MergeArea.Address(false, false);
      return yesOrNo(area === at(0, 0, 2, 2).Address(false, false), 'trouble', area);
    },
  },
  {
    question: 'clear-fill',
    reliance: 'needed',
    ask: (at) => {
      const { Interior: interior } = at(0, 0);
      interior.Color = etColour('FFC7CE');
      interior.Pattern = NONE;
      const { Pattern: pattern } = at(0, 0).Interior;
      return yesOrNo(pattern === NONE, 'trouble', shown(pattern));
    },
  },
  {
    question: 'comment-text',
    reliance: 'coped',
    ask: (at) => {
      at(0, 0).AddComment(WORDS[0]);
      at(0, 0).Comment?.Text(WORDS[1]);
      const text = at(0, 0).Comment?.Text();
      return yesOrNo(text === WORDS[1], 'coped', shown(text));
    },
  },
  {
    question: 'second-comment',
    reliance: 'unused',
    ask: (at) => {
      at(0, 0).AddComment(WORDS[0]);
      try {
        at(0, 0).AddComment(WORDS[1]);
      } catch {
        return { seen: 'throws', verdict: 'expected' };
      }
      return { seen: 'no', detail: shown(at(0, 0).Comment?.Text()), verdict: 'coped' };
    },
  },
  {
    question: 'condition-formula',
    reliance: 'needed',
    ask: (at) => {
      const formula = `=${signatureFormula('error')}`;
      at(0, 0).FormatConditions.Add(EXPRESSION, undefined, formula);
      const read: unknown = at(0, 0).FormatConditions.Item(1).Formula1;
      const isOurs = typeof read === 'string' && severityOfSignature(read) === 'error';
      return yesOrNo(isOurs, 'trouble', shown(read));
    },
  },
  {
    question: 'condition-area',
    reliance: 'coped',
    ask: (at, { sheet }) => {
      const cells = [at(0, 0, 2, 1), at(0, 2)].map((range) => range.Address(false, false));
      const conditions = sheet.Range(cells.join(',')).FormatConditions;
      const condition = conditions.Add(EXPRESSION, undefined, `=${signatureFormula('notice')}`);
      const area = attempt(() => condition.AppliesTo?.Address(false, false));
      return yesOrNo(area?.split(',').sort().join() === cells.sort().join(), 'coped', shown(area));
    },
  },
  {
    question: 'validation-merged',
    reliance: 'coped',
    ask: (at) => {
      at(0, 0, 2, 2).Merge();
      const { Validation: validation } = at(0, 0, 2, 2);
      validation.Add(DECIMAL, REFUSE, BETWEEN, '0', '10');
      validation.InputTitle = WORDS[0];
      const { InputTitle: title } = at(0, 0).Validation;
      return yesOrNo(title === WORDS[0], 'coped', shown(title));
    },
  },
  {
    question: 'names-merged',
    reliance: 'unused',
    ask: (at, { book, name }) => {
      at(0, 0, 2, 2).Merge();
      // A name of the sheet, not of the workbook: it goes with the sheet if it cannot be deleted.
      const made = book.Names?.Add(
        `'${name}'!kaohe_self_check`,
        `='${name}'!${at(0, 0).Address(true, true)}`,
      );
      const isMade = made !== undefined && made !== null;
      attempt(() => made?.Delete?.());
      return yesOrNo(isMade, 'coped');
    },
  },
  {
    question: 'link',
    reliance: 'needed',
    ask: (at, { sheet, name }) => {
      sheet.Hyperlinks.Add(at(0, 0), '', `'${name}'!A1`, WORDS[0], WORDS[1]);
      const { Value2: value } = at(0, 0);
      return yesOrNo(typeof value === 'string' && value !== '', 'trouble', shown(value));
    },
  },
  {
    question: 'chart',
    reliance: 'coped',
    ask: (_at, { sheet }) => {
      const { Chart: chart } = sheet.Shapes.AddChart2(0, COLUMNS);
      chart.HasTitle = true;
      chart.ChartTitle.Text = WORDS[0];
      const { Text: title } = chart.ChartTitle;
      return yesOrNo(title === WORDS[0], 'coped', shown(title));
    },
  },
  {
    question: 'add-after',
    reliance: 'coped',
    ask: (_at, { isLast }) => yesOrNo(isLast, 'coped'),
  },
  {
    question: 'missing-sheet',
    reliance: 'coped',
    ask: (_at, { book }) => {
      let sheet: unknown;
      try {
        sheet = book.Sheets.Item(NO_SHEET);
      } catch {
        return { seen: 'throws', verdict: 'expected' };
      }
      if (sheet === null) return { seen: 'null', verdict: 'expected' };
      return {
        seen: 'other-shape',
        detail: typeof sheet,
        verdict: sheet === undefined ? 'coped' : 'trouble',
      };
    },
  },
  {
    // The last: what is tried on a protected sheet fails.
    question: 'protect',
    reliance: 'needed',
    ask: (_at, { sheet }) => {
      sheet.Protect('');
      const isProtected = sheet.ProtectContents;
      sheet.Unprotect('');
      const isOpen = !sheet.ProtectContents;
      return yesOrNo(isProtected && isOpen, 'trouble', shown([isProtected, isOpen]));
    },
  },
];
