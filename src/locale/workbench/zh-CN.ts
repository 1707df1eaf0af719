import type { WorkbenchMessages } from './messages';

export const zhCN: WorkbenchMessages = {
  title: '考核',
  tab: ({ file, unsaved }) => `${unsaved ? '• ' : ''}${file} - 考核`,
  action: {
    open: '打开…',
    save: '保存',
    undo: '撤销',
    redo: '重做',
    start: '回到首页',
    showPane: '显示窗格',
    hidePane: '收起窗格',
    resizePane: '窗格宽度',
    close: '关闭',
    cancel: '取消',
  },
  start: {
    lead: '打开考核评分表，逐项对照评分标准校验，合计、折算写回原表。',
    promise: '文件只在这台电脑上处理，不联网、不上传。',
    drop: '选择文件，或把评分表拖到这里',
    formats: '.xlsx、.xlsm 原样保存；.xls、.et、.ods、.csv 也能打开，保存为 .xlsx。',
    keys: '只用键盘：F6 在工具栏、表格、窗格之间切换，Ctrl+O 打开，Ctrl+S 保存。',
    tasks: '下发和汇总',
    task: {
      summary: {
        name: '汇总各单位报来的表',
        about: '选文件或文件夹，也可以直接拖到这里',
        fileName: '考核汇总.xlsx',
      },
      distribute: {
        name: '下发空白评分表',
        about: '一个单位一份，带公式和填写限制',
        fileName: '考核下发.xlsx',
      },
    },
    samples: '先用样表试试',
    sample: {
      'subdistrict-faulty': { name: '附件1 街道（有错）', about: '超过满分、漏填、得不出的分数' },
      'department-faulty': { name: '附件2 责任单位（有错）', about: '全部单位的大表，只填了公安分局' },
      'safety-faulty': { name: '安全生产考评（有错）', about: '别的单位、别的表头' },
      'subdistrict-filled': { name: '附件1 街道', about: '填好的自查表' },
      'department-filled': { name: '附件2 责任单位', about: '填好的自评表' },
      'subdistrict-blank': { name: '附件1 空白表', about: '还没有打分' },
      'department-blank': { name: '附件2 空白表', about: '还没有打分，34 个单位' },
    },
  },
  dropHere: ({ files }) =>
    files > 1 ? `松开鼠标，汇总这 ${files} 个文件` : '松开鼠标，打开这个文件（文件夹则汇总）',
  nothingReadable: '里面没有评分表：能读 .xlsx、.xlsm、.xls、.et、.ods 和 .csv。',
  sheet: '表格',
  notice: '消息',
  loading: '正在打开表格…',
  unsaved: '未保存',
  becomesXlsx: ({ extension, name }) => `这是 ${extension} 文件，保存时另存为“${name}”，原文件不动。`,
  saved: ({ name }) => `已保存到“${name}”。`,
  downloaded: ({ name }) => `已存为“${name}”，在浏览器的下载文件夹里。`,
  cannotOpen: ({ file, reason }) => `打不开“${file}”。${reason}`,
  cannotSave: ({ reason }) => `没有存成：${reason} 改动还在，请换个位置再存一次。`,
  gridFailed: ({ detail }) =>
    `表格没有显示出来（${detail}）。请换用新一些的浏览器；右边的校验和保存照常可用。`,
  leave: {
    heading: '改动还没有保存',
    words: ({ file }) => `“${file}”里有没保存的改动，打开别的文件就没有了。`,
    save: '先保存',
    discard: '不保存，继续',
  },
};
