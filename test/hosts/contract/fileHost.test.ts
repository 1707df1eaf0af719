import { unzipSync } from 'fflate';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import type { FileHost } from '../../../src/hosts/file/fileHost';
import { severityOfSignature } from '../../../src/plan/marks';
import { parseRect, parseCell } from '../../../src/sheet/address';
import { decodeText } from '../../../src/hosts/file/xmlText';
import { buildWorkbook, escapeXml } from '../../support/package';
import type { CellSpec } from '../../support/package';
import { describeHostContract } from './hostContract';
import type { ContractBook, ContractSubject } from './hostContract';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Index of the yellow cell format in the styles of `buildWorkbook`. */
const YELLOW = 2;

function notesParts(notes: readonly (readonly [string, string])[], sheet: number): Record<string, string> {
  const comments = notes.map(
    ([ref, text]) =>
      `<comment ref="${ref}" authorId="0"><text><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return {
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/comments" Target="../comments${sheet}.xml"/></Relationships>`,
    [`xl/comments${sheet}.xml`]: `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList>${comments.join('')}</commentList></comments>`,
  };
}

async function create(book: ContractBook): Promise<ContractSubject> {
  const parts: Record<string, string> = {};
  const sheets = book.sheets.map(({ name, cells, merges, notes, filled }, index) => {
    if (notes !== undefined) Object.assign(parts, notesParts(Object.entries(notes), index + 1));
    const specs: Record<string, CellSpec> = { ...cells };
    for (const address of filled ?? []) {
      const value = cells[address];
      if (typeof value === 'string') specs[address] = { inline: value, style: YELLOW };
    }
    return { name, cells: specs, ...(merges === undefined ? {} : { merges }) };
  });
  const opened = await openFileHost(buildWorkbook({ sheets, parts }), '附件1.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return subjectOf(
    opened.host,
    book.sheets.map(({ name }) => name),
  );
}

/** Looks into the saved bytes by pattern, independently of the code under test. */
function subjectOf(host: FileHost, names: readonly string[]): ContractSubject {
  const part = (path: string) => {
    const bytes = unzipSync(host.save())[path];
    return bytes === undefined ? '' : new TextDecoder().decode(bytes);
  };
  const sheetXml = (sheet: string) => part(`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`);
  return {
    host,
    async note(sheet, address) {
      const rels = part(`xl/worksheets/_rels/sheet${names.indexOf(sheet) + 1}.xml.rels`);
      const target = /Target="\.\.\/(comments\d+\.xml)"/.exec(rels)?.[1];
      const comment = new RegExp(`<comment ref="${address}"[^>]*>(.*?)</comment>`, 's').exec(
        part(`xl/${target}`),
      )?.[1];
      if (comment === undefined) return null;
      const texts = [...comment.matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map((match) => match[1] ?? '');
      return decodeText(texts.join(''), 0, texts.join('').length);
    },
    async highlights(sheet, address) {
      const cell = parseCell(address)!;
      const formats = sheetXml(sheet).matchAll(
        /<conditionalFormatting sqref="([^"]*)"><cfRule[^>]*><formula>([^<]*)<\/formula>/g,
      );
      return [...formats].flatMap(([, sqref = '', formula = '']) => {
        const severity = severityOfSignature(formula);
        const covers = sqref.split(' ').some((area) => {
          const rect = parseRect(area)!;
          return (
            rect.top <= cell.row &&
            cell.row <= rect.bottom &&
            rect.left <= cell.column &&
            cell.column <= rect.right
          );
        });
        return severity !== null && covers ? [severity] : [];
      });
    },
    async filled(sheet, address) {
      return new RegExp(`<c r="${address}"[^>]* s="${YELLOW}"`).test(sheetXml(sheet));
    },
  };
}

describeHostContract('the file host', create);
