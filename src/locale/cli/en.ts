import type { CliMessages } from './messages';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The command line in English. */
export const en: CliMessages = {
  program:
    'Kaohe: reads scoring sheets, checks them against their rules, totals and converts. Files stay on this machine.',
  usage: 'Usage:',
  options: 'Options:',
  globalOptions: 'Global options:',
  commandsTitle: 'Commands:',
  argumentsTitle: 'Arguments:',
  examplesTitle: 'Examples:',
  defaultsTo: (value) => `(default ${value})`,
  option: {
    help: 'show help',
    version: 'show the version',
    lang: 'language: zh-CN or en (default: that of the system, else Chinese)',
    json: 'print the report as JSON, for programs',
    stage: 'stage to check: self, review or auto; by default as 评分阶段 on the sheet 考核设置 says',
    settings: 'settings file (JSON, keys as on the sheet 考核设置)',
    out: 'write to this file (with one input file)',
    outDir: 'write to this folder under the same names',
    inPlace: 'replace the input file',
    max: 'maximum of the item in points',
    score: 'a score to judge; may be repeated',
    bonus: 'a bonus item, without a maximum',
    stdin: 'read JSON from standard input, a line each; answer a line each',
    summaryOut: 'the .xlsx for the summary; in an existing one only its own sheets are replaced',
    roster: 'roster of units (workbook or JSON), to tell who is missing and their categories',
    sentRubric: 'the rubric workbook that was sent out, to tell what was changed in it',
    office: 'who summarises, for the head of the sheets',
    date: 'date on the sheets, such as 2026-01-15 (default: today)',
    all: 'all units: those with a section of their own, and the sub-districts of the roster',
    unit: 'name of a unit; several may follow, short names count',
    rubric: 'take the rubric of this workbook (default: the official one of 2023)',
    rosterForNames: 'roster of the units (workbook or JSON), from which sub-districts have their names',
    year: "year of the assessment (default: the rubric's)",
    distributeTo: 'write into this folder; with --zip also the name of a .zip file',
    zip: 'put all into one archive',
  },
  argument: {
    inputs: 'scoring workbooks, or folders of them (read with their subfolders)',
    files: 'scoring workbooks or folders',
    rubricFile: 'workbook with a rubric',
    criterion: 'the rule sentence, in quotes',
    command: 'a command',
  },
  command: {
    check: {
      summary: 'check scoring workbooks, change nothing',
      description:
        'Reads scoring workbooks, names what is wrong cell by cell, totals and converts. Writes nothing.',
      examples: [
        ['kaohe check street.xlsx', 'check one file'],
        ['kaohe check returned/ --stage review', 'check a folder at the review stage'],
        ['kaohe check returned/ --json > report.json', 'a report for programs'],
      ],
    },
    fill: {
      summary: 'check and total: write totals, converted score and marks',
      description:
        'Writes totals and the converted score (live formulas), highlights and notes into a copy; all else stays as it is.',
      examples: [
        ['kaohe fill street.xlsx -o street-checked.xlsx', 'write a new file'],
        ['kaohe fill returned/ --out-dir checked/', 'do a whole folder'],
        ['kaohe fill street.xlsx --in-place', 'replace the file'],
      ],
    },
    clear: {
      summary: 'remove marks, keep totals',
      description: 'Removes the highlights and notes of this program; totals and your own notes stay.',
      examples: [['kaohe clear checked/street.xlsx --in-place', 'clear and replace the file']],
    },
    summary: {
      summary: 'summarise returned sheets: totals, ranks, problems, who is missing',
      description:
        'Reads any number of returned scoring sheets and writes one workbook with the sheets 考核汇总, 问题清单, 未报送, 分项得分 and 折合得分图. A file that cannot be read never stops the others.',
      examples: [
        ['kaohe summary returned/ -o summary.xlsx', 'summarise a folder'],
        ['kaohe summary returned/ -o summary.xlsx --roster roster.json', 'tell who is missing'],
        ['kaohe summary returned/ -o summary.xlsx --rubric rubric.xlsx', 'tell changed rubrics'],
      ],
    },
    lint: {
      summary: 'find faults in a rubric before it is sent out',
      description:
        'Checks sums of points, suspected typos, lists that do not match, items nobody can read, and more.',
      examples: [['kaohe lint rubric-2024.xlsx', 'check one rubric']],
    },
    distribute: {
      summary: 'make the blank scoring sheets that are sent out, one a unit',
      description:
        'Makes a blank scoring workbook for each unit: its name, live totals, limits on what may be entered, page set-up and the sheet 考核设置; only scores and remarks can be typed. Never overwrites a file.',
      examples: [
        [
          'kaohe distribute --all -o blank/',
          'official rubric of 2023: 34 departments, one blank for sub-districts',
        ],
        [
          'kaohe distribute --all --roster roster.json -o blank/ --zip',
          'sub-districts by roster, in one archive',
        ],
        ['kaohe distribute --unit 区教育局 新碶街道 -o blank/', 'these two units only'],
        ['kaohe distribute --all --rubric rubric-2024.xlsx --year 2024 -o blank/', "next year's rubric"],
      ],
    },
    explain: {
      summary: 'say which scores a rule sentence allows',
      description:
        'Shows each clause read from a rule sentence, the attainable scores, and a verdict for given scores.',
      examples: [
        ['kaohe explain --max 6 "未落实的每次扣1分。" --score 5 --score 5.3', '5 is attainable, 5.3 is not'],
        ['kaohe explain --bonus "在市、省、国家媒体发表的分别加2、5、8分"', 'a bonus item'],
        ['kaohe explain --stdin < items.jsonl', 'a line each, for programs'],
      ],
    },
  },
  column: {
    cell: 'Cell',
    severity: 'Severity',
    problem: 'Problem',
    right: 'Would be right',
    score: 'Column',
    base: 'Base',
    bonus: 'Bonus',
    total: 'Total',
    converted: 'Converted',
    clauseText: 'Text',
    clauseMeaning: 'Read as',
    verdict: 'Verdict',
  },
  severity: { error: 'error', warning: 'warning', notice: 'notice' },
  stage: { self: 'self-score stage', review: 'review stage' },
  columnOfStage: { self: 'Self', review: 'Review' },
  verdict: {
    ok: 'attainable',
    warning: 'no reading of the rule gives it',
    error: 'not allowed',
    notice: 'the rule could not be read; judge by hand',
  },
  summary: {
    rank: 'Rank',
    unit: 'Unit',
    problems: 'Problems',
    file: 'File',
    block: ({ category, units, stage }) => `${category}: ${units}, ranked by ${stage} scores`,
    missing: ({ count, units }) => `Missing (${count}): ${units.join(', ')}`,
    written: ({ path, units, problems }) =>
      `Written to ${path}: scoring tables ${units}, problems listed ${problems}.`,
    moreProblems: ({ count }) => `${count} more, see the sheet 问题清单.`,
  },
  sheetHeading: ({ sheet, unit, stage }) =>
    `Sheet "${sheet}" · ${unit ?? 'unit not named'} · ${stage === 'self' ? 'self-score stage' : 'review stage'}`,
  clean: 'Nothing wrong was found.',
  attainable: (scores) => `Attainable scores: ${scores}`,
  judged: ({ score, verdict, nearest }) =>
    `${score}: ${verdict}${nearest === '' ? '' : ` (would be right: ${nearest})`}`,
  nothingRead: 'No rule about points could be read; judge by hand.',
  counts: ({ files, unreadable, errors, warnings, notices }) =>
    `${plural(files, 'file')}` +
    (unreadable > 0 ? ` (${unreadable} unreadable)` : '') +
    `: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(notices, 'notice')}.`,
  written: ({ path, cells, highlights, notes }) =>
    `Wrote ${path}: ${plural(cells, 'cell')}, ${plural(highlights, 'highlight')}, ${plural(notes, 'note')}.`,
  writtenAsXlsx: ({ path, format }) =>
    `${format} cannot be written back without loss; saved as ${path}. The input is unchanged.`,
  normalised: ({ cells }) =>
    `Numbers typed as text that became numbers (${cells.length}): ${cells.join(', ')}`,
  corrected: ({ cells }) =>
    `Totals that did not match the scores and became live formulas (${cells.length}): ${cells.join(', ')}`,
  notesDegraded: ({ count }) =>
    `${plural(count, 'cell')} with a threaded comment got a highlight only, as a note would disturb the thread.`,
  cleared: ({ path }) => `Cleared the marks, wrote ${path}.`,
  nothingToWrite: ({ path }) => `${path}: no scoring table found, nothing written.`,
  renamedOutput: ({ path, output }) => `${path} has the name of another file; written as ${output}.`,
  distributed: ({ files, path }) => `Made ${plural(files, 'blank scoring workbook')} in ${path}.`,
  distributedUnnamed: ({ count }) =>
    `${plural(count, 'workbook')} of these without the name of a unit; for one a sub-district name them with --roster or --unit.`,
  fault: {
    'unknown-option': ({ text }) => `Unknown option ${text}. See kaohe --help.`,
    'unknown-command': ({ text }) => `Unknown command ${text}. See kaohe --help.`,
    'missing-argument': ({ text }) =>
      `Missing argument ${text}. Add --help after the command to see its use.`,
    'excess-arguments': ({ text }) => `Too many arguments: ${text}. Put text with spaces in quotes.`,
    'option-value-missing': ({ text }) => `Option ${text} wants a value.`,
    'invalid-value': ({ text, allowed }) => `"${text}" cannot be used here; expected ${allowed}.`,
    usage: ({ text }) => `The command line is not right: ${text}`,
    'path-missing': ({ path }) => `${path} does not exist. Check the path.`,
    'path-unreadable': ({ path, detail }) =>
      `${path} cannot be opened (${detail}). Is it in use, may you read it?`,
    'nothing-found': ({ path }) => `The folder ${path} holds no workbook (.xlsx .xlsm .xls .et .ods .csv).`,
    'nothing-readable': () => 'No file could be read.',
    'one-output': ({ files }) =>
      `There are ${files} input files and -o writes one; use --out-dir for a folder.`,
    'output-needed': () => 'Say where to write: -o FILE, --out-dir FOLDER, or --in-place.',
    'output-several': () => 'Use only one of -o, --out-dir and --in-place.',
    'output-is-input': ({ path }) =>
      `${path} would overwrite the input; not written. To replace it use --in-place.`,
    'in-place-format': ({ path }) =>
      `${path} is no .xlsx/.xlsm and cannot be written back; use -o or --out-dir.`,
    'output-format': ({ path }) =>
      `${path} has an extension of another format; use .xlsx (.xlsm with macros).`,
    'write-failed': ({ path, detail }) =>
      `${path} cannot be written (${detail}). Check permissions and disk space; the input is unchanged.`,
    'settings-unreadable': ({ path, detail }) =>
      `The settings file ${path} cannot be read (${detail}). It should be a JSON object such as {"折算满分": 10}.`,
    'summary-output': ({ path }) =>
      path === ''
        ? 'Say with -o which .xlsx file the summary goes to.'
        : `${path} is no .xlsx name. A summary is always an .xlsx; please rename it.`,
    'summary-output-is-input': ({ path }) =>
      `${path} is one of the returned scoring sheets; write the summary to another file with -o.`,
    'summary-output-unreadable': ({ path, reason }) =>
      `${path} exists but cannot be read, so nothing was written lest it be destroyed. ${reason} Or choose another name.`,
    'roster-unreadable': ({ path, detail }) =>
      `The roster ${path} cannot be read (${detail}). It should be a workbook with a sheet 考核单位名册, or JSON such as [{"name": "区教育局", "category": "责任单位"}].`,
    'roster-invalid': ({ path, problems }) =>
      `The roster ${path} has faults; nothing was made. Please correct them:${problems.join(' ')}`,
    'rubric-unreadable': ({ path, reason }) => `The rubric workbook ${path} cannot be used. ${reason}`,
    'rubric-without-table': ({ path }) =>
      `There is no scoring table in the rubric workbook ${path}. Please check whether it is the right file.`,
    'units-needed': () => 'Say for which units: --all, or --unit NAME.',
    'units-both': () => 'Use either --all or --unit.',
    'units-unknown': ({ units }) =>
      `The rubric has nothing for ${units.join(', ')}. Check the names, or give a roster with --roster. Nothing was made.`,
    'folder-needed': () => 'Say with -o into which folder to write.',
    exists: ({ path }) =>
      `${path} is there already and differs; nothing was overwritten. Choose another folder or move the file away.`,
    'json-line': ({ line }) => `Line ${line} is no JSON object; passed over.`,
    'line-fields': ({ line, field }) => `Line ${line}: ${field} is not right; passed over.`,
    internal: ({ path, detail }) =>
      `The program failed on ${path} (${detail}); nothing was written for it. Please report it.`,
  },
};
