/** Why a paper is not made. Codes are stable; the API says them to people in two languages. */
export const REFUSALS = ['profile-unknown', 'paper-too-long', 'paper-not-printable'] as const;
export type RefusalCode = (typeof REFUSALS)[number];

export class Refused extends Error {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: RefusalCode, params: Readonly<Record<string, string | number>>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refused';
    this.code = code;
    this.params = params;
  }
}
