import type { BookSnapshot } from '../../../sheet/grid';
import { FileFault, unreadable } from '../fault';
import { XmlScanner } from '../xml';
import { readXmlText } from '../xmlText';
import type { ZipArchive } from '../zip';
import { OdsReader } from './odsSheets';

const MIME = 'application/vnd.oasis.opendocument.';
/** Kind of an OpenDocument file (`spreadsheet`, `text` …), null when the archive is none. */
export function openDocumentKind(zip: ZipArchive): string | null {
  if (!zip.has('mimetype') || zip.entry('mimetype')!.size > 200) return null;
  const mime = new TextDecoder().decode(zip.read('mimetype')).trim();
  return mime.startsWith(MIME) ? mime.slice(MIME.length).replace(/-template$/, '') : null;
}

/** Reads an .ods. Throws a FileFault when it is encrypted, has no sheets, or repeats filled cells without bound. */
export function readOpenDocument(zip: ZipArchive, fileName: string | null): BookSnapshot {
  const [manifest, content] = ['META-INF/manifest.xml', 'content.xml'];
  if (zip.has(manifest) && /encryption-data/.test(readXmlText(zip, manifest)))
    throw new FileFault({ code: 'file/encrypted', params: {} });
  const grids = new OdsReader(new XmlScanner(readXmlText(zip, content), content)).read();
  if (grids.length === 0) throw unreadable('no-sheets');
  return { fileName, grids };
}
