import type { CellValue } from '../../../../sheet/grid';
import { errorText } from './errors';

/** A number in four bytes (MS-XLS 2.5.217): whole or the upper half of a double, perhaps in hundredths. */
export function rkNumber(rk: number): number {
  const scratch = new DataView(new ArrayBuffer(8));
  scratch.setUint32(4, rk & 0xfffffffc, true);
  const value = (rk & 0x02) === 0 ? scratch.getFloat64(0, true) : (rk | 0) >> 2;
  return (rk & 0x01) === 0 ? value : value / 100;
}

/** True, false or an error value: which of them says the second byte. */
export function boolOrError(value: number, isError: number): CellValue {
  return isError === 0 ? value !== 0 : { error: errorText(value) };
}

/** The cached result of a formula (MS-XLS 2.5.133); a text follows in a record of its own. */
export function formulaResult(data: DataView, at: number): CellValue {
  if (data.getUint16(at + 6, true) !== 0xffff) return data.getFloat64(at, true);
  switch (data.getUint8(at)) {
    case 1:
      return data.getUint8(at + 2) !== 0;
    case 2:
      return { error: errorText(data.getUint8(at + 2)) };
    case 3:
      return '';
    default:
      return null;
  }
}
