import type { CellRef } from '../rubric/finding';
import { remember } from '../rubric/remember';
import type { GridReader } from './gridReader';
import { headerWord } from './headerWords';
import { couldBeUnit, withoutFormMarks } from './organisation';
import { compact } from './text';

export interface LabelledUnit {
  /** As written beside the label, without 盖章 and rules to write on; '' for a label that was left blank. */
  readonly text: string;
  readonly cell: CellRef;
  /** Whether the label says who is assessed; 考核单位 and 单位 may mean the assessor, or a unit of measure. */
  readonly sure: boolean;
  /** How plainly the label says it: lower is plainer (被考核单位 0, 填报单位 1, 单位名称 2, 社区 3, 街道 4). */
  readonly rank: number;
}

/** Labels that say who is assessed, the plainest first. */
const FORMS: readonly string[] = [
  '(?:被考核|被考评|被检查|被评价?|被评估|被督查|被测评|受检|受考核|受评|参评|参考|迎检)(?:单位|部门|机构|街道|镇街|社区|村|对象|方|企业|学校)(?:名称)?|考核对象|考评对象',
  '(?:填报|填表|填写|申报|上报|报送|自评|自查)(?:单位|部门|机构|街道|镇街|社区|村|对象|主体)(?:名称)?',
  '(?:单位|部门|机构|街道|镇街|乡镇|镇|乡|社区|村社|村居|村|学校|园所|医院|医疗机构|企业|公司|企业单位|支部|党支部|党组织|组织|科室|班组|项目部)(?:\\(?(?:村|社区|街道|镇|乡)\\))?(?:名称|全称|单位)',
  '(?:社区|村|学校|医院|机构|企业|公司)(?:[(（/、]?(?:社区|村|居)[)）]?)*',
  '(?:街道|镇|乡|乡镇|镇街)(?:[(（/、]?(?:街道|镇|乡)[)）]?)*',
];
const UNSURE = '考核单位|考评单位|责任单位|责任部门|成员单位|单位|部门|科室';
const LABEL = new RegExp(
  `^(?:[一二三四五六七八九十\\d]{1,2}[、.])?(?:${FORMS.map((form) => `(${form})`).join('|')}|(${UNSURE}))(?:[(（](?:加?盖?公?章|签章|公章|盖章|全称)[)）])*(?:盖章|签章)?$`,
);
/** What follows on the same line: another blank to fill in. */
const NEXT_LABEL =
  /(?:填报|填表|报送|考核|自评|自查|检查|评分|制表|上报)?(?:日期|时间|人员?|年度|负责人|领导|经办人|联系人|联系电话|电话)\s*(?:[(（][^()（）]*[)）])?\s*[:：]|\d{4}\s*[年./-]|[_\s]{2,}年/;
const MEASURE = /^(?:分|元|万元|亿元|个|人|人次|%|项|件|次|户|公里|平方米|千克|吨|篇)$/;

/** Labels such as 填报单位： with the name beside them, in the given rows. */
export function labelledUnits(reader: GridReader, from: number, to: number): LabelledUnit[] {
  const found: LabelledUnit[] = [];
  const start = reader.from(from);
  for (let position = start; position < Math.min(start + 400, reader.rows.length); position++) {
    const row = reader.rows[position];
    if (row === undefined || row.index > to) break;
    for (const cell of row.cells.slice(0, 60)) {
      if (typeof cell.value !== 'string' || cell.value.length > 200) continue;
      for (const part of reader.text(row.index, cell.column).split(/\n+| {3,}|\u3000{2,}|\t+/)) {
        const unit = readLabel(reader, row.index, cell.column, part);
        if (unit !== null) found.push(unit);
      }
    }
  }
  return found;
}

interface Label {
  readonly rank: number;
  /** What stands behind its colon; null where it has none. */
  readonly behind: string | null;
}

/** The label that a line begins with; most lines of a batch are the same few, and begin with none. */
const labelIn = remember((part: string): Label | null => {
  const split = /^([^:：]{1,24})[:：]([\s\S]*)$/.exec(part.trim());
  const label = LABEL.exec(compact(split?.[1] ?? part));
  if (label === null) return null;
  const rank = label.findIndex((group, index) => index > 0 && group !== undefined) - 1;
  return { rank, behind: split === null ? null : (split[2] ?? '') };
});

function readLabel(reader: GridReader, row: number, column: number, part: string): LabelledUnit | null {
  const label = labelIn(part);
  if (label === null) return null;
  const { rank, behind } = label;
  const sure = rank < FORMS.length;
  const inline = withoutFormMarks(beforeNextLabel(behind ?? ''));
  if (MEASURE.test(inline)) return null;
  if (inline !== '') return isName(inline) ? { text: inline, cell: { row, column }, sure, rank } : null;
  const right = valueToTheRight(reader, row, column);
  if (behind === null) {
    // A bare word is a label only when a name stands beside it.
    return right !== null && couldBeUnit(right.text) ? { ...right, sure, rank } : null;
  }
  if (right !== null && MEASURE.test(right.text)) return null;
  return right !== null && isName(right.text)
    ? { ...right, sure, rank }
    : { text: '', cell: { row, column }, sure, rank };
}

/** Whether a cell is such a label, whatever stands beside it. */
export const isUnitLabel = remember((text: string): boolean => {
  return text.length <= 60 && LABEL.test(compact(text.split(/[:：]/)[0] ?? ''));
});

function beforeNextLabel(text: string): string {
  const next = NEXT_LABEL.exec(text);
  return next === null ? text : text.slice(0, next.index);
}

function valueToTheRight(
  reader: GridReader,
  row: number,
  column: number,
): { text: string; cell: CellRef } | null {
  const end = reader.merge(row, column)?.right ?? column;
  for (const cell of reader.rowAt(row)?.cells ?? []) {
    if (cell.column <= end || cell.column > end + 8) continue;
    const text = reader.text(row, cell.column);
    if (text === '') continue;
    if (/[:：]/.test(text) && NEXT_LABEL.test(text)) return null;
    return { text: withoutFormMarks(text), cell: { row, column: cell.column } };
  }
  return null;
}

function isName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    !/^[\d.年月日\s/-]+$/.test(text) &&
    headerWord(text) === null &&
    !/[。；;]/.test(text)
  );
}
