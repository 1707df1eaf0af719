/** Faces that stand in for a missing one, nearest first: song, fangsong, kai and hei each stay what they are. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/仿宋|FangSong|STFangsong/i, "'仿宋', FangSong, FangSong_GB2312, STFangsong, 'Noto Serif CJK SC', serif"],
  [/楷|Kai/i, "'楷体', KaiTi, KaiTi_GB2312, STKaiti, 'Noto Serif CJK SC', serif"],
  [/宋|Song|SimSun/i, "'宋体', SimSun, NSimSun, STSong, 'Noto Serif CJK SC', serif"],
  [/黑|Hei|雅黑|YaHei/i, "'黑体', SimHei, 'Microsoft YaHei', STHeiti, 'Noto Sans CJK SC', sans-serif"],
  [/Times|Georgia|Serif|Roman/i, "'Times New Roman', 'Noto Serif CJK SC', serif"],
];

const OTHERS = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** The face that a workbook names with those that take its place where it is not installed, as CSS has them. */
export function fontStack(name: string): string {
  const named = `'${name.replace(/['"\\\n]/g, '')}'`;
  return `${named}, ${STAND_INS.find(([pattern]) => pattern.test(name))?.[1] ?? OTHERS}`;
}

/** A font's widest digit in pixels at 96 dpi, what column widths are counted in; that of 宋体 11 where none is drawn. */
export function digitWidth({
  name = '宋体',
  size = 11,
}: {
  readonly name?: string;
  readonly size?: number;
}): number {
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return 8;
  canvas.font = `${(size * 4) / 3}px ${fontStack(name)}`;
  const widths = [...'0123456789'].map((digit) => canvas.measureText(digit).width);
  return Math.max(1, Math.round(Math.max(...widths)));
}
