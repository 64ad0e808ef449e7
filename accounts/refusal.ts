/** Every way in which accounts refuse; the API answers them by the same codes. */
export type RefusalCode =
  | 'sign-in-needed'
  | 'sign-in-wrong'
  | 'too-many-attempts'
  | 'account-closed'
  | 'account-unknown'
  | 'central-unavailable'
  | 'second-factor-wrong'
  | 'second-factor-late'
  | 'second-factor-state'
  | 'password-wrong'
  | 'password-short'
  | 'password-long'
  | 'password-common'
  | 'password-own-name'
  | 'password-same'
  | 'user-name-taken'
  | 'person-taken'
  | 'last-administrator'
  | 'duty-not-held'
  | 'duty-window'
  | 'feeds-many'
  | 'not-found';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.code = code;
    this.params = params;
  }
}

/** Whole seconds to wait, at least one. */
export const tooMany = (seconds: number): Refusal =>
  new Refusal('too-many-attempts', { seconds: Math.max(1, Math.ceil(seconds)) });
