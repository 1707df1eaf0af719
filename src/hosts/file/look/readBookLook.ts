import { readComments } from '../patch/commentsPart';
import { readRelationships } from '../read/relationships';
import { locateWorkbook } from '../read/workbookParts';
import { readXmlText } from '../xmlText';
import { openZip } from '../zip';
import type { ZipArchive } from '../zip';
import type { BookLook, NoteLook, TextRun } from './bookLook';
import { OFFICE_THEME, readThemeColors } from './colors';
import { readRichStrings } from './richStrings';
import { readSheetLook } from './sheetLook';
import { PLAIN_STYLE, readStyles } from './styles';
import type { StylesLook } from './styles';

const NO_STYLES: StylesLook = { plainFont: {}, styles: [PLAIN_STYLE] };

/**
 * Reads how an .xlsx or .xlsm looks: everything that `readWorkbook` leaves out and a sheet on a screen shows. Throws a
 * FileFault when the file cannot be read.
 */
export function readBookLook(bytes: Uint8Array): BookLook {
  const zip = openZip(bytes);
  const parts = locateWorkbook(zip);
  const textOf = (part: string | null | undefined) =>
    part !== null && part !== undefined && zip.has(part) ? readXmlText(zip, part) : null;

  const themePart = [...parts.relationships.values()].find(({ type }) => type === 'theme')?.target;
  const themeText = textOf(themePart);
  const theme = themeText === null ? OFFICE_THEME : readThemeColors(themeText, themePart ?? '');
  const stylesText = textOf(parts.stylesPath);
  const { plainFont, styles } =
    stylesText === null ? NO_STYLES : readStyles(stylesText, parts.stylesPath ?? '', theme);
  const stringsText = textOf(parts.sharedStringsPath);
  const richStrings: ReadonlyMap<number, readonly TextRun[]> =
    stringsText === null ? new Map() : readRichStrings(stringsText, parts.sharedStringsPath ?? '', theme);
  const sheets = parts.sheets.map(({ name, path }) => ({
    ...readSheetLook(readXmlText(zip, path), path, { name, theme, richStrings }),
    notes: notesOf(zip, path),
  }));
  return { plainFont, styles, sheets };
}

function notesOf(zip: ZipArchive, sheetPart: string): NoteLook[] {
  const part = [...readRelationships(zip, sheetPart).values()].find(
    ({ type, external, target }) => type === 'comments' && !external && zip.has(target),
  )?.target;
  if (part === undefined) return [];
  return readComments(readXmlText(zip, part), part).map(({ row, column, author, plain }) => ({
    row,
    column,
    author,
    text: plain,
  }));
}
