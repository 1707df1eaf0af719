import { formatNumber as n } from '../format';
import type { Language } from '../language';
import type { SummaryViewMessages } from './viewMessages';

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
