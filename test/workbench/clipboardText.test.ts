import fc from 'fast-check';
import { cellsOfText, pastedValue, textOfCells } from '../../src/workbench/grid/clipboardText';

describe('cells on the clipboard', () => {
  it('come back as they went there', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '项', '"', '\t', '\n', ' ', '1'), maxLength: 6 });
    const table = fc
      .array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      // A last row of one blank cell is the line end that spreadsheets put after the last row.
      .filter((rows) => rows[rows.length - 1]?.join('') !== '' || rows[rows.length - 1]?.length !== 1);
    fc.assert(fc.property(table, (rows) => expect(cellsOfText(textOfCells(rows))).toEqual(rows)));
  });

  it.each([
    [
      '1\t2\r\n3\t4\r\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['"两\n行"\t"他说""好"""', [['两\n行', '他说"好"']]],
    // Quotes that belong to the text, as somebody typed them.
    ['"好"\tb', [['"好"', 'b']]],
    ['a"b\t"c', [['a"b', '"c']]],
    ['', [['']]],
    ['a\n\nb', [['a'], [''], ['b']]],
  ])('%j are read as %j', (text, cells) => {
    expect(cellsOfText(text)).toEqual(cells);
  });

  it.each([
    ['5', 5],
    [' 9.5 ', 9.5],
    ['-0.25', -0.25],
    ['.5', 0.5],
    ['5.', 5],
    ['  ', null],
    ['=1+1', '=1+1'],
    ['8分', '8分'],
    ['1e3', '1e3'],
    ['１', '１'],
    ['+', '+'],
    ['.', '.'],
    // Numbers of identity cards and codes with leading zeros are no figures.
    ['007', '007'],
    ['330206199001011234', '330206199001011234'],
  ])('%j pasted is %j', (text, value) => {
    expect(pastedValue(text)).toBe(value);
  });
});
