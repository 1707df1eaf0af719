import type { CliMessages } from './messages';

/** The command line in Chinese. */
export const zhCN: CliMessages = {
  program: '考核（kaohe）：读考核评分表，按细则校验、合计、折算。文件只在本机处理，不联网。',
  usage: '用法：',
  options: '选项：',
  globalOptions: '通用选项：',
  commandsTitle: '命令：',
  argumentsTitle: '参数：',
  examplesTitle: '例：',
  defaultsTo: (value) => `（默认 ${value}）`,
  option: {
    help: '显示帮助',
    version: '显示版本',
    lang: '界面语言：zh-CN 或 en（默认随系统，否则中文）',
    json: '输出 JSON 报告，供程序读取',
    stage: '评分阶段：self 自评、review 考核、auto 自动判断；不写时按“考核设置”表的“评分阶段”',
    settings: '设置文件（JSON，键名同“考核设置”表）',
    out: '写到这个文件（只有一个输入文件时）',
    outDir: '写到这个文件夹，文件名不变',
    inPlace: '直接替换原文件',
    max: '该项满分（分）',
    score: '要判断的得分，可写多个',
    bonus: '这是加分项，没有满分',
    stdin: '从标准输入逐行读 JSON，逐行输出 JSON',
    summaryOut: '汇总写到这个 .xlsx；已有的只替换汇总的几张表',
    roster: '考核单位名册（工作簿或 JSON），用来查未报送和类别',
    sentRubric: '下发的评分细则工作簿，用来查细则改动',
    office: '汇总单位名称，写在表头',
    date: '制表日期，如 2026-01-15（默认今天）',
    all: '所有单位：细则里有专门部分的单位，加上名册里的街道',
    unit: '单位名称，可写多个；简称也认',
    rubric: '用这个工作簿里的评分细则（默认用 2023 年官方细则）',
    rosterForNames: '考核单位名册（工作簿或 JSON），街道名称从这里取',
    year: '考核年度（默认用细则的年度）',
    distributeTo: '写到这个文件夹；用 --zip 时也可以是 .zip 文件名',
    zip: '打成一个压缩包',
  },
  argument: {
    inputs: '评分表文件，或装有评分表的文件夹（连同下级文件夹）',
    files: '评分表文件或文件夹',
    rubricFile: '评分细则工作簿',
    criterion: '评分标准原文，用引号括起',
    command: '命令名',
  },
  command: {
    check: {
      summary: '校验评分表，只看不改',
      description: '读取评分表，逐格指出问题，并算出合计与折算分。不写任何文件。',
      examples: [
        ['kaohe check 新碶街道.xlsx', '校验一个文件'],
        ['kaohe check 回收/ --stage review', '按考核阶段校验整个文件夹'],
        ['kaohe check 回收/ --json > 报告.json', '输出给程序用的报告'],
      ],
    },
    fill: {
      summary: '校验并合计：写入合计、折算分和标记',
      description: '校验后把合计、折算分（活公式）、突出显示和批注写入副本；其他内容原样保留。',
      examples: [
        ['kaohe fill 新碶街道.xlsx -o 新碶街道-已核.xlsx', '写到新文件'],
        ['kaohe fill 回收/ --out-dir 已核/', '处理整个文件夹'],
        ['kaohe fill 新碶街道.xlsx --in-place', '替换原文件'],
      ],
    },
    clear: {
      summary: '清除标记，保留合计',
      description: '去掉本程序加的突出显示和批注；合计和您自己的批注都保留。',
      examples: [['kaohe clear 已核/新碶街道.xlsx --in-place', '清除后替换原文件']],
    },
    summary: {
      summary: '汇总收回的评分表：总分、排名、问题、未报送',
      description:
        '读取任意多份收回的评分表，写出一个汇总工作簿：考核汇总、问题清单、未报送、分项得分、折合得分图。个别文件读不了不影响其余。',
      examples: [
        ['kaohe summary 回收/ -o 汇总.xlsx', '汇总一个文件夹'],
        ['kaohe summary 回收/ -o 汇总.xlsx --roster 名册.json', '对照名册查未报送'],
        ['kaohe summary 回收/ -o 汇总.xlsx --rubric 下发细则.xlsx', '对照下发的细则查改动'],
      ],
    },
    lint: {
      summary: '下发前检查评分细则本身的毛病',
      description: '检查各部分分值之和、疑似错字、档次与分数个数不符、读不懂的条目等。',
      examples: [['kaohe lint 2024年评分细则.xlsx', '检查一份细则']],
    },
    distribute: {
      summary: '生成下发用的空白评分表，每个单位一份',
      description:
        '按细则为每个单位生成一份空白评分表：带填报单位、合计公式、填分限制、打印设置和“考核设置”表，只有得分和备注可以填。不覆盖已有的文件。',
      examples: [
        ['kaohe distribute --all -o 下发/', '2023 年官方细则，34 个部门各一份，街道一份空白表'],
        ['kaohe distribute --all --roster 名册.json -o 下发/ --zip', '街道按名册各一份，打成一个压缩包'],
        ['kaohe distribute --unit 区教育局 新碶街道 -o 下发/', '只要这两个单位的'],
        ['kaohe distribute --all --rubric 2024年细则.xlsx --year 2024 -o 下发/', '用新一年的细则'],
      ],
    },
    explain: {
      summary: '解释一条评分标准能得哪些分',
      description: '读出评分标准里的每条规则，列出可得分值，并判断给定得分是否说得通。',
      examples: [
        ['kaohe explain --max 6 "未落实的每次扣1分。" --score 5 --score 5.3', '5 分可得，5.3 分不可得'],
        ['kaohe explain --bonus "在市、省、国家媒体发表的分别加2、5、8分"', '加分项'],
        ['kaohe explain --stdin < 条目.jsonl', '一行一条，供程序用'],
      ],
    },
  },
  column: {
    cell: '单元格',
    severity: '级别',
    problem: '问题',
    right: '应为',
    score: '列',
    base: '基本分',
    bonus: '加分',
    total: '总分',
    converted: '折合得分',
    clauseText: '原文',
    clauseMeaning: '读作',
    verdict: '判断',
  },
  severity: { error: '错误', warning: '疑问', notice: '提示' },
  stage: { self: '自评阶段', review: '考核阶段' },
  columnOfStage: { self: '自评', review: '考核' },
  verdict: { ok: '可得', warning: '不符合评分标准', error: '不允许', notice: '读不懂这条标准，请人工判断' },
  summary: {
    rank: '排名',
    unit: '考核单位',
    problems: '问题数',
    file: '来源文件',
    block: ({ category, units, stage }) =>
      `${category}　${units} 份，按${stage === 'review' ? '考核' : '自评'}得分排名`,
    missing: ({ count, units }) => `未报送 ${count} 个单位：${units.join('、')}`,
    written: ({ path, units, problems }) => `已写入 ${path}：${units} 份评分表，问题清单 ${problems} 条。`,
    moreProblems: ({ count }) => `还有 ${count} 条，见“问题清单”。`,
  },
  sheetHeading: ({ sheet, unit, stage }) =>
    `工作表“${sheet}”　${unit ?? '未写明考核单位'}　${stage === 'self' ? '自评阶段' : '考核阶段'}`,
  clean: '没有发现问题。',
  attainable: (scores) => `可得分值：${scores}`,
  judged: ({ score, verdict, nearest }) =>
    `${score}：${verdict}${nearest === '' ? '' : `（应为 ${nearest}）`}`,
  nothingRead: '没有读出关于分数的规则，请人工判断。',
  counts: ({ files, unreadable, errors, warnings, notices }) =>
    `共 ${files} 个文件` +
    (unreadable > 0 ? `（${unreadable} 个读不了）` : '') +
    `：错误 ${errors}，疑问 ${warnings}，提示 ${notices}。`,
  written: ({ path, cells, highlights, notes }) =>
    `已写入 ${path}：${cells} 个单元格，${highlights} 处突出显示，${notes} 条批注。`,
  writtenAsXlsx: ({ path, format }) => `${format} 格式不能原样写回，已另存为 ${path}；原文件没有改动。`,
  normalised: ({ cells }) => `有 ${cells.length} 个文本数字改成了数值：${cells.join('、')}`,
  corrected: ({ cells }) => `有 ${cells.length} 个合计与得分不符，已改成公式：${cells.join('、')}`,
  notesDegraded: ({ count }) => `有 ${count} 处带会话批注的单元格没有加批注，只作了突出显示。`,
  cleared: ({ path }) => `已清除标记，写入 ${path}。`,
  nothingToWrite: ({ path }) => `${path}：没有找到评分表，没有写文件。`,
  renamedOutput: ({ path, output }) => `${path} 与另一个文件同名，写为 ${output}。`,
  distributed: ({ files, path }) => `已生成 ${files} 份空白评分表，写到 ${path}。`,
  distributedUnnamed: ({ count }) =>
    `其中 ${count} 份没有写单位名称，填报单位留空；要给街道各做一份，请用 --roster 或 --unit 写明街道名称。`,
  fault: {
    'unknown-option': ({ text }) => `不认识选项 ${text}。用 kaohe --help 查看有哪些选项。`,
    'unknown-command': ({ text }) => `不认识命令 ${text}。用 kaohe --help 查看有哪些命令。`,
    'missing-argument': ({ text }) => `缺少参数 ${text}。在命令后加 --help 可看用法。`,
    'excess-arguments': ({ text }) => `参数太多：${text}。含空格的内容请用引号括起。`,
    'option-value-missing': ({ text }) => `选项 ${text} 后面要写值。`,
    'invalid-value': ({ text, allowed }) => `“${text}”不能用，应为：${allowed}。`,
    usage: ({ text }) => `命令写法有误：${text}`,
    'path-missing': ({ path }) => `找不到 ${path}，请检查路径。`,
    'path-unreadable': ({ path, detail }) =>
      `打不开 ${path}（${detail}）。请确认文件没有被占用，且有读取权限。`,
    'nothing-found': ({ path }) => `文件夹 ${path} 里没有评分表文件（.xlsx .xlsm .xls .et .ods .csv）。`,
    'nothing-readable': () => '没有一个文件读得了。',
    'one-output': ({ files }) => `有 ${files} 个输入文件，-o 只能写一个；请改用 --out-dir 指定文件夹。`,
    'output-needed': () => '请说明写到哪里：-o 文件、--out-dir 文件夹，或 --in-place 替换原文件。',
    'output-several': () => '-o、--out-dir、--in-place 只能用其中一个。',
    'output-is-input': ({ path }) => `${path} 会覆盖原文件，没有写。确要替换请用 --in-place。`,
    'in-place-format': ({ path }) =>
      `${path} 不是 .xlsx/.xlsm，不能原样写回；请用 -o 或 --out-dir 另存为 .xlsx。`,
    'output-format': ({ path }) =>
      `${path} 的扩展名与原文件格式不同，打开时会报错；请改用 .xlsx（带宏的用 .xlsm）。`,
    'write-failed': ({ path, detail }) =>
      `写不了 ${path}（${detail}）。请检查文件夹权限和磁盘空间；原文件没有改动。`,
    'settings-unreadable': ({ path, detail }) =>
      `设置文件 ${path} 读不了（${detail}）。应为 JSON 对象，例如 {"折算满分": 10}。`,
    'summary-output': ({ path }) =>
      path === ''
        ? '请用 -o 写明汇总写到哪个 .xlsx 文件。'
        : `${path} 不是 .xlsx 文件名，汇总只能写成 .xlsx，请改文件名。`,
    'summary-output-is-input': ({ path }) =>
      `${path} 是报送的评分表，汇总不能写进去；请把 -o 换成别的文件名。`,
    'summary-output-unreadable': ({ path, reason }) =>
      `${path} 已有，但读不了，没有写，以免毁掉它。${reason}也可以换一个文件名。`,
    'roster-unreadable': ({ path, detail }) =>
      `名册文件 ${path} 读不了（${detail}）。应为有“考核单位名册”表的工作簿，或 JSON，例如 [{"考核单位": "区教育局", "类别": "责任单位"}]。`,
    'roster-invalid': ({ path, problems }) =>
      `名册文件 ${path} 有问题，什么也没有做，请改正：${problems.join(' ')}`,
    'rubric-unreadable': ({ path, reason }) => `细则工作簿 ${path} 用不了。${reason}`,
    'rubric-without-table': ({ path }) => `细则工作簿 ${path} 里没有找到评分表，请检查是否选对了文件。`,
    'units-needed': () => '请说明给哪些单位：--all 所有单位，或 --unit 单位名称。',
    'units-both': () => '--all 和 --unit 只能用其中一个。',
    'units-unknown': ({ units }) =>
      `细则里没有这些单位的考核内容：${units.join('、')}。请检查名称，或用 --roster 提供名册。什么也没有生成。`,
    'folder-needed': () => '请用 -o 说明写到哪个文件夹。',
    exists: ({ path }) => `${path} 已经存在，内容不同，没有覆盖。请换一个文件夹，或先移走原来的文件。`,
    'json-line': ({ line }) => `第 ${line} 行不是 JSON 对象，已跳过。`,
    'line-fields': ({ line, field }) => `第 ${line} 行的 ${field} 写得不对，已跳过。`,
    internal: ({ path, detail }) =>
      `处理 ${path} 时程序出错（${detail}），该文件没有写。请把文件发给维护人员。`,
  },
};
