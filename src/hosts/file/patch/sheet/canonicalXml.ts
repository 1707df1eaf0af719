import { XmlScanner } from '../../xml';

/**
 * An element of the styles part in one way of writing: no prefix of its own kind, attributes in order of their names,
 * no blanks between tags. Two that say the same in the same order give the same text.
 */
export function canonicalXml(xml: string, prefix: string): string {
  const scanner = new XmlScanner(xml, 'styles');
  const out: string[] = [];
  while (scanner.next()) {
    const name = scanner.prefix === prefix ? scanner.local : `${scanner.prefix}${scanner.local}`;
    if (!scanner.open) {
      out.push(`</${name}>`);
      continue;
    }
    const attributes = Array.from({ length: scanner.attributeCount }, (_, i) => {
      const attribute = scanner.attributeName(i);
      return JSON.stringify([attribute, scanner.attribute(attribute) ?? '']);
    });
    out.push(`<${name}${attributes.sort().join('')}>`);
    if (scanner.empty) out.push(`</${name}>`);
  }
  return out.join('');
}
