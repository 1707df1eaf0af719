import type { CellValue } from '../../../src/sheet/grid';

/** The look of a cell as far as the emulator knows it; colours as #RRGGBB. */
export interface CellFormat {
  readonly numberFormat: string;
  /** Null: no fill. */
  readonly fill: string | null;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink: boolean;
  readonly orientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
}

export const PLAIN: CellFormat = {
  numberFormat: 'General',
  fill: null,
  fontName: '宋体',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  horizontal: 'General',
  vertical: 'Center',
  wrap: false,
  indent: 0,
  shrink: false,
  orientation: 0,
  locked: true,
  formulaHidden: false,
};

export interface CellContent {
  readonly value: CellValue;
  /** Without `=`; null for a constant. */
  readonly formula: string | null;
}

export interface Line {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export interface ValidationPrompt {
  readonly showPrompt: boolean;
  readonly title: string;
  readonly message: string;
}

export interface ValidationAlert {
  readonly showAlert: boolean;
  readonly style: string;
  readonly title: string;
  readonly message: string;
}

/** A validation on one cell; type None with a prompt is an input message alone. */
export interface Validation {
  readonly type: string;
  readonly rule: unknown;
  readonly ignoreBlanks?: boolean;
  readonly prompt: ValidationPrompt;
  readonly errorAlert?: ValidationAlert;
}

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}
