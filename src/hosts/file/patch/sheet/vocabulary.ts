import type { PackageEdit } from '../packageEdit';
import type { WorkbookMap } from '../workbookEdit';
import { attributeOf, attributesOf, parseXml } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

const STRICT = 'http://purl.oclc.org/ooxml/';

/** Namespaces of new parts: those of strict packages where the workbook is one. */
export class Vocabulary {
  /** SpreadsheetML. */
  readonly main: string;
  /** Attributes that name relationships. */
  readonly relationships: string;
  readonly spreadsheetDrawing: string;
  readonly drawing: string;
  readonly chart: string;

  constructor(pkg: PackageEdit, map: WorkbookMap) {
    const text = pkg.text(map.part);
    const root = parseXml(text, map.part);
    const name = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
    this.main = attributeOf(text, root, name) ?? '';
    this.relationships = map.relationshipBase.replace(/\/$/, '');
    const drawingml = this.main.startsWith(STRICT)
      ? `${STRICT}drawingml/`
      : 'http://schemas.openxmlformats.org/drawingml/2006/';
    this.spreadsheetDrawing = `${drawingml}spreadsheetDrawing`;
    this.drawing = `${drawingml}main`;
    this.chart = `${drawingml}chart`;
  }

  /** Prefix for relationship ids below this root element, with the declaration it needs where the root has none. */
  relationshipPrefix(
    text: string,
    root: XmlElement,
  ): { readonly prefix: string; readonly declaration: string } {
    const bound = attributesOf(text, root).find(
      ([name, value]) => name.startsWith('xmlns:') && value === this.relationships,
    );
    return bound === undefined
      ? { prefix: 'r', declaration: ` xmlns:r="${this.relationships}"` }
      : { prefix: bound[0].slice('xmlns:'.length), declaration: '' };
  }
}
