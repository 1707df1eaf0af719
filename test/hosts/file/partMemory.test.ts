import { FileFault } from '../../../src/hosts/file/fault';
import { PartMemory } from '../../../src/hosts/file/partMemory';
import { newZip } from '../../../src/hosts/file/writeZip';
import { openZip } from '../../../src/hosts/file/zip';

const PART = '_rels/.rels';
const TEXT = '<Relationships>'.repeat(20);

function archive(name: string, content: string): Uint8Array {
  return newZip(new Map([[name, new TextEncoder().encode(content)]]));
}

describe('what was made of a small part', () => {
  let memory: PartMemory<string>;
  let made: number;

  const read = (bytes: Uint8Array, name = PART, limit?: number): string => {
    const limits = limit === undefined ? undefined : { part: limit, total: limit };
    return openZip(bytes, limits).made(name, memory, (content) => {
      made += 1;
      return new TextDecoder().decode(content);
    });
  };

  beforeEach(() => {
    memory = new PartMemory();
    made = 0;
  });

  it('is made once for the same bytes under the same name', () => {
    expect(read(archive(PART, TEXT))).toBe(TEXT);
    expect(read(archive(PART, TEXT))).toBe(TEXT);
    expect(made).toBe(1);
  });

  it('is made anew for another name, and for other bytes', () => {
    read(archive(PART, TEXT));
    expect(read(archive('xl/_rels/workbook.xml.rels', TEXT), 'xl/_rels/workbook.xml.rels')).toBe(TEXT);
    expect(read(archive(PART, `${TEXT}.`))).toBe(`${TEXT}.`);
    expect(made).toBe(3);
  });

  it('is not taken for damaged bytes that still claim the same checksum', () => {
    const whole = archive(PART, TEXT);
    read(whole);
    const damaged = whole.slice();
    const data = 30 + PART.length;
    damaged[data + 4] = (damaged[data + 4] ?? 0) ^ 0xff;
    expect(() => read(damaged)).toThrow(FileFault);
  });

  it('is held to the limits of an archive all the same', () => {
    read(archive(PART, TEXT));
    expect(() => read(archive(PART, TEXT), PART, 100)).toThrow(FileFault);
  });

  it('is not kept of a large part', () => {
    const noise = Array.from({ length: 8000 }, (_, i) => ((i * 2654435761) >>> 7).toString(36)).join('');
    read(archive(PART, noise));
    read(archive(PART, noise));
    expect(made).toBe(2);
  });
});
