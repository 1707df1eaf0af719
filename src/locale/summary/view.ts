import { formatNumber as n } from '../format';
import type { Language } from '../language';
import type { SummaryViewMessages } from './viewMessages';

/** What was chosen, in a few words; what is left to the program is not worth any. */
function chosen(parts: readonly string[], otherwise: string, between: string): string {
  const told = parts.filter((part) => part !== '');
  return told.length === 0 ? otherwise : told.join(between);
}

const ZH_RUBRIC = { auto: '', own: '对照当前工作簿的细则', file: '对照另选的细则' } as const;
const ZH_STAGE = { auto: '', self: '按自评分排名', review: '按考核分排名' } as const;
const EN_RUBRIC = { auto: '', own: 'rubric of the workbook', file: 'rubric of a file' } as const;
const EN_STAGE = { auto: '', self: 'ranked by self scores', review: 'ranked by review scores' } as const;

const zhCN: SummaryViewMessages = {
  lead: '把收回的评分表一起选来，核对后汇总成一份：总分、排名、问题和未报送单位。文件只在本机读取。',
  chooseFiles: '选择文件',
  chooseFolder: '选择文件夹',
  dropHint: '也可以把文件或文件夹拖到这里',
  nothingChosen: '里面没有评分表文件（.xlsx .xlsm .xls .et .ods .csv）。',
  progress: ({ done, total }) => `已读 ${n(done)} / ${n(total)} 份`,
  cancel: '停止',
  cut: ({ done, total }) => `已停止：${n(total)} 份里读了 ${n(done)} 份，下面只汇总这些。`,
  finished: ({ files, problems }) => `读完 ${n(files)} 份，发现 ${n(problems)} 处问题。`,
  nothingRead: '一份也没有读，没有可以汇总的。',
  write: '写入工作簿',
  download: '下载汇总表',
  downloadName: ({ year }) => `${year === null ? '' : `${year}年度`}考核汇总.xlsx`,
  office: '汇总单位（写在表头，可不填）',
  block: ({ category, units }) => `${category}　${n(units)} 份`,
  ranked: ({ stage }) => (stage === 'review' ? '按考核得分排名' : '按自评得分排名'),
  column: { rank: '排名', unit: '考核单位', total: '总分', converted: '折合', problems: '问题' },
  unnamed: '（未写明单位）',
  missing: ({ count }) => `未报送 ${n(count)} 个`,
  problems: ({ count }) => `问题清单 ${n(count)} 条`,
  locate: '在问题清单中看',
  again: '按新的选择重新汇总',
  options: {
    heading: ({ rubric, stage }) => `汇总选项　${chosen([ZH_RUBRIC[rubric], ZH_STAGE[stage]], '自动', '，')}`,
    rubricLabel: '对照哪份细则',
    rubric: { auto: '自动（2023 年细则或多数单位）', own: '当前工作簿里的细则', file: '另选一份细则' },
    rubricHint: {
      auto: '能对上 2023 年细则的与它比，对不上的与多数单位比。',
      own: '收回的表与当前工作簿里的评分表逐条比。',
      file: '选下发时的细则或空白评分表，收回的表与它逐条比。',
    },
    chooseRubric: '选择细则文件',
    rubricChosen: ({ name }) => `对照“${name}”。`,
    noTable: '里面没有找到评分表，请另选一份。',
    stageLabel: '按哪个分数排名',
    stage: { auto: '自动（有考核分就按考核分）', self: '自评分', review: '考核分' },
    stageHint: '选定的那一列没有填满的也会列入问题。',
  },
  roster: {
    heading: '考核单位名册',
    hint: '一行一个单位，后面可写类别和别名，如“新碶街道，街道”。可从表格里整列粘贴。不填则按 2023 年通知的 34 个责任单位核对。',
    label: '单位',
    save: '名册存入工作簿',
    ofWorkbook: ({ units }) => `名册里有 ${n(units)} 个单位。`,
    none: '没有名册。',
  },
};

const en: SummaryViewMessages = {
  lead: 'Choose the sheets that came back. They are checked and summed up in one: totals, ranks, problems, and who is missing. Files are read on this machine only.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  dropHint: 'Or drop files or a folder here',
  nothingChosen: 'There is no scoring sheet in it (.xlsx .xlsm .xls .et .ods .csv).',
  progress: ({ done, total }) => `${n(done)} of ${n(total)} read`,
  cancel: 'Stop',
  cut: ({ done, total }) => `Stopped: ${n(done)} of ${n(total)} were read, and only these are summed up.`,
  finished: ({ files, problems }) => `Files read: ${n(files)}. Problems found: ${n(problems)}.`,
  nothingRead: 'No file was read, so there is nothing to sum up.',
  write: 'Write into the workbook',
  download: 'Download',
  downloadName: ({ year }) => `summary${year === null ? '' : `-${year}`}.xlsx`,
  office: 'Summarised by (for the head of the sheets; may stay blank)',
  block: ({ category, units }) => `${category}: ${n(units)}`,
  ranked: ({ stage }) => (stage === 'review' ? 'ranked by review scores' : 'ranked by self scores'),
  column: { rank: 'Rank', unit: 'Unit', total: 'Total', converted: 'Converted', problems: 'Problems' },
  unnamed: '(no unit named)',
  missing: ({ count }) => `Missing: ${n(count)}`,
  problems: ({ count }) => `Problems: ${n(count)}`,
  locate: 'Show on the list',
  again: 'Sum up again by the new choices',
  options: {
    heading: ({ rubric, stage }) =>
      `Options: ${chosen([EN_RUBRIC[rubric], EN_STAGE[stage]], 'automatic', ', ')}`,
    rubricLabel: 'Rubric to compare with',
    rubric: {
      auto: 'Automatic (that of 2023, or what most units have)',
      own: 'The one in the open workbook',
      file: 'Another one',
    },
    rubricHint: {
      auto: 'Sheets that fit the rubric of 2023 are held against it, others against what most units have.',
      own: 'Returned sheets are held against the scoring table in the open workbook, item by item.',
      file: 'Choose the rubric or a blank sheet as it was sent out; returned sheets are held against it.',
    },
    chooseRubric: 'Choose the rubric',
    rubricChosen: ({ name }) => `Compared with “${name}”.`,
    noTable: 'There is no scoring table in it; please choose another.',
    stageLabel: 'Rank by',
    stage: {
      auto: 'Automatic (review scores where there are any)',
      self: 'Self scores',
      review: 'Review scores',
    },
    stageHint: 'What is blank in that column is listed among the problems too.',
  },
  roster: {
    heading: 'Roster of units',
    hint: 'One unit a line, then its category and aliases at will, such as “新碶街道, 街道”. Columns can be pasted from a sheet. Left blank, the 34 departments of the notice of 2023 are expected.',
    label: 'Units',
    save: 'Keep the roster in the workbook',
    ofWorkbook: ({ units }) => `Units in the roster: ${n(units)}.`,
    none: 'No roster.',
  },
};

/** The words of the page for a round in one language. */
export function summaryViewWords(language: Language): SummaryViewMessages {
  return language === 'en' ? en : zhCN;
}
