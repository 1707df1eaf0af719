import type { ZipArchive } from '../zip';
import { CONTENT_TYPES, PackageEdit } from './packageEdit';

/** Content types of the main part of templates, and of the workbooks that are made from them. */
const TEMPLATES = [
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    '.xltx',
  ],
  [
    'application/vnd.ms-excel.template.macroEnabled.main+xml',
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    '.xlsm',
  ],
] as const;

/**
 * A package's bytes as those of a workbook, with the extension that its content asks for, whatever its file is named:
 * `.xlsm` with macros, else `.xlsx`. A template is made a workbook, or programs would refuse what is saved as one; its
 * extension is `.xltx`, or `.xlsm` with macros.
 */
export function asWorkbook(zip: ZipArchive): { readonly bytes: Uint8Array; readonly extension: string } {
  const pkg = new PackageEdit(zip);
  const types = pkg.has(CONTENT_TYPES) ? pkg.text(CONTENT_TYPES) : '';
  for (const [template, workbook, extension] of TEMPLATES) {
    if (!types.includes(template)) continue;
    pkg.setText(CONTENT_TYPES, types.replace(template, workbook));
    return { bytes: pkg.write(), extension };
  }
  const macros = /application\/vnd\.ms-excel\.sheet\.macroEnabled\.main\+xml/i.test(types);
  return { bytes: zip.bytes, extension: macros ? '.xlsm' : '.xlsx' };
}
