import fc from 'fast-check';
import { formatNumber, shorten } from '../../src/locale/format';

describe('numbers for people', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [100, '100'],
    [8.5, '8.5'],
    [0.05, '0.05'],
    [0.1 + 0.2, '0.3'],
    [-1.5, '-1.5'],
    [1e-9, '0'],
    [-1e-9, '0'],
    [1_000_000, '1000000'],
    [1e21, '1e+21'],
    [Number.NaN, '?'],
  ])('%p is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it('read back as the number, to the sixth decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (millionths) => {
        expect(Math.round(Number(formatNumber(millionths / 1e6)) * 1e6)).toBe(
          millionths === 0 ? 0 : millionths,
        );
      }),
    );
  });
});

describe('shortening', () => {
  it('keeps a short text, on one line', () => {
    expect(shorten(' 基础\n\n工作 ', 20)).toBe('基础 工作');
  });

  it('cuts a long text and says so', () => {
    expect(shorten('领导重视，将流动人口服务管理纳入街道经济社会发展总体目标', 10)).toBe(
      '领导重视，将流动人口…',
    );
  });

  it('never cuts a character in two', () => {
    expect(shorten('𠮷'.repeat(30), 5)).toBe(`${'𠮷'.repeat(5)}…`);
  });

  it('costs little for a very long text', () => {
    expect(shorten(' '.repeat(1_000_000), 20)).toBe('…');
  });
});
