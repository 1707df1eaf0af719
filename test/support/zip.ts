import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/hosts/file/crc32';

/** An entry written by hand, for what no ordinary zipper would write. */
export interface ZipEntrySpec {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** Sizes and CRC stand in a data descriptor behind the data. */
  readonly descriptor?: boolean;
  /** Sizes and offset stand in a ZIP64 extra field. */
  readonly zip64?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly time?: number;
  readonly crc?: number;
  /** A size other than the true one. */
  readonly declaredSize?: number;
  readonly extra?: Uint8Array;
}

const le = (width: 2 | 4 | 8, value: number): number[] =>
  Array.from({ length: width }, (_, i) => Math.floor(value / 2 ** (8 * i)) % 256);

/** An archive of these entries, byte by byte as they say. */
export function zipOf(
  entries: readonly ZipEntrySpec[],
  options: { readonly comment?: string } = {},
): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = typeof entry.content === 'string' ? Buffer.from(entry.content) : entry.content;
    const data = entry.stored ? content : deflateRawSync(content, { level: 1 });
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? crc32(content);
    const size = entry.declaredSize ?? content.length;
    const name = Buffer.from(entry.name);
    const wide = entry.zip64 === true;
    const extraOf = (figures: number[]) =>
      Buffer.from([
        ...(wide ? [...le(2, 1), ...le(2, figures.length * 8), ...figures.flatMap((n) => le(8, n))] : []),
        ...(entry.extra ?? []),
      ]);
    const shown = (n: number) => le(4, wide ? 0xffffffff : n);
    const head = (figures: number[], extra: Buffer) => [
      ...le(2, 20),
      ...le(2, flags),
      ...le(2, method),
      ...le(4, entry.time ?? 0x210000),
      ...figures,
      ...le(2, name.length),
      ...le(2, extra.length),
    ];
    const localExtra = extraOf([size, data.length]);
    const figures = [...le(4, crc), ...shown(data.length), ...shown(size)];
    const localFigures = entry.descriptor ? [...le(4, 0), ...le(4, 0), ...le(4, 0)] : figures;
    const local = Buffer.concat([
      Buffer.from([...le(4, 0x04034b50), ...head(localFigures, localExtra)]),
      name,
      localExtra,
      data,
      Buffer.from(
        entry.descriptor ? [...le(4, 0x08074b50), ...le(4, crc), ...le(4, data.length), ...le(4, size)] : [],
      ),
    ]);
    const centralExtra = extraOf([size, data.length, offset]);
    centrals.push(
      Buffer.concat([
        Buffer.from([
          ...le(4, 0x02014b50),
          ...le(2, 20),
          ...head(figures, centralExtra),
          ...le(2, 0),
          ...le(2, 0),
          ...le(2, 0),
          ...le(4, 0),
          ...shown(offset),
        ]),
        name,
        centralExtra,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const comment = Buffer.from(options.comment ?? '');
  const directory = Buffer.concat(centrals);
  const end = [
    ...le(4, 0x06054b50),
    ...le(2, 0),
    ...le(2, 0),
    ...le(2, entries.length),
    ...le(2, entries.length),
    ...le(4, directory.length),
    ...le(4, offset),
    ...le(2, comment.length),
  ];
  return new Uint8Array(Buffer.concat([...locals, directory, Buffer.from(end), comment]));
}
