/** Why a file is no table that is taken. The codes are stable; their sentences stand with the other problems of the API. */
export type SheetFaultCode =
  | 'sheet-kind'
  | 'sheet-false-type'
  | 'sheet-macros'
  | 'sheet-locked'
  | 'sheet-too-large'
  | 'sheet-bomb'
  | 'sheet-damaged'
  | 'sheet-encoding'
  | 'sheet-quotes'
  | 'sheet-rows'
  | 'sheet-columns'
  | 'sheet-cell'
  | 'sheet-empty';

export class SheetFault extends Error {
  override readonly name = 'SheetFault';
  readonly code: SheetFaultCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: SheetFaultCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}
