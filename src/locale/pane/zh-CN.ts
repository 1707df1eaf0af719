import { formatNumber as n } from '../format';
import type { PaneMessages } from './messages';

export const zhCN: PaneMessages = {
  title: '考核',
  navigation: '功能',
  views: { check: '校验', summary: '汇总', settings: '设置' },
  viewFault: {
    heading: '这一页没有显示出来。',
    loading: '正在载入……',
    notLoaded: '这一页的程序没有载入，可能是网络断开，或程序刚更新过。请再试一次；还不行就关闭面板重新打开。',
  },
  action: {
    validate: '校验并合计',
    clear: '清除标记',
    undo: '撤销',
    locateCell: ({ cell }) => `定位 ${cell}`,
    unprotect: '解除保护后写入',
    retry: '再试一次',
    showMore: ({ count }) => `再显示 ${n(count)} 条`,
  },
  busy: {
    look: '正在读取工作簿……',
    validate: '正在校验并合计……',
    clear: '正在清除标记……',
    undo: '正在撤销……',
    summarise: '正在写入汇总……',
    saveRoster: '正在存入名册……',
  },
  header: {
    noUnit: '未写明考核单位',
    year: ({ year }) => `${year} 年度`,
    stage: { self: '自评阶段', review: '考核阶段' },
    tables: ({ count }) => `共 ${n(count)} 张评分表`,
  },
  severity: { error: '错误', warning: '疑问', notice: '提示' },
  filter: '按类别筛选',
  totals: {
    caption: '得分合计',
    column: { self: '自评', review: '考核' },
    score: '得分',
    base: '基本分',
    bonus: '加分',
    total: '总分',
    converted: '折合得分',
  },
  findings: {
    heading: '校验结果',
    ofBook: '整个工作簿',
    clean: '没有发现问题。',
    allFiltered: '这几类已隐藏，点上面的类别可重新显示。',
    attainable: ({ scores }) => `可得分值：${scores}`,
    criterion: '评分标准',
  },
  ready: '填好分数后，点“校验并合计”：逐项对照评分标准，标出有问题的分数，写入合计和折合得分。',
  empty: {
    heading: '没有找到评分表',
    steps: [
      '打开要校验的评分表，表头要有“分值”“评分标准”，以及“自评分”或“考核分”。',
      '表头在第几行、列的先后都不要紧，不用改动原表。',
      '打开后点“校验并合计”。',
    ],
  },
  outcome: {
    filled: ({ cells, highlights, notes }) =>
      `已写入 ${n(cells)} 个单元格，标出 ${n(highlights)} 处，加了 ${n(notes)} 条批注。`,
    filledClean: ({ cells }) => `已写入 ${n(cells)} 个单元格，没有需要标出的地方。`,
    unchanged: '合计和标记都已是最新，没有需要改动的地方。',
    normalised: ({ count }) => `${n(count)} 个文本数字改成了数值。`,
    corrected: ({ count }) => `${n(count)} 个合计改成了公式。`,
    notesDegraded: ({ count }) => `有 ${n(count)} 处没能加批注，只作了突出显示，说明见下面。`,
    cleared: '已清除标记，合计保留。',
    undone: '已撤销，工作簿恢复原样。',
    summarised: '汇总已写入工作簿：考核汇总、问题清单、未报送、分项得分。',
    rosterSaved: '名册已存入工作表“考核单位名册”。',
  },
  fault: {
    heading: '没有做成。',
    internal: ({ detail }) =>
      `程序出错了（${detail}）。请再试一次；如果还不行，请把工作簿和这句话发给维护人员。`,
  },
  shortfalls: {
    heading: '这个版本的表格软件有些事做不到',
    sentence: {
      'merges-unknown': '读不到合并单元格，靠空白推断。合并较多的表请核对部分和单位。',
      'hidden-rows-unknown': '分不清单独隐藏的行，隐藏的行也会校验。',
      'words-as-comments': '不能写批注，说明写在会话批注里。',
      'words-as-messages': '不能写批注，说明写成输入提示，选中单元格时显示。',
      'no-words': '不能写批注，说明只显示在这里。',
      'own-undo-only': '表格软件自己的撤销要按多次，请用这里的“撤销”，一次还原。',
      'no-input-rules': '新建的表里不能限制可以填什么，填错要到校验时才提示。',
      'no-page-setup': '新建的表里不能设置页面，打印前请自己设置纸张和标题行。',
    },
  },
  settings: {
    stage: {
      label: '校验哪一阶段',
      hint: '决定哪一列必须填满。自动：考核分一列有分数时按考核，否则按自评。',
      choice: { auto: '自动判断', self: '自评', review: '考核' },
    },
  },
  language: '界面语言',
  notInExcel: '这是 Excel 加载项的窗格，请在 Excel 里从“开始”选项卡打开。',
};
