/** Steps that ask for a password or a code: guessing is slowed down, and no flood of them takes the whole machine. */
import type { Asked } from './identify.ts';
import { type AskLibrary, type LibraryAnswer, refusalIn } from './library.ts';
import type { Hasher } from './password.ts';
import type { Throttle } from './throttle.ts';

/** Asks the library; what it refuses is thrown after it was counted for `name` (null: only for the address). */
export type AskGuarded = (asked: Asked, name: string | null, path: string, body: object) => Promise<LibraryAnswer>;

export const createAskGuarded =
  (ask: AskLibrary, throttle: Throttle, hasher: Hasher): AskGuarded =>
  async (asked, name, path, body) => {
    const answer = await hasher.admit(() =>
      throttle.attempt(
        { name, address: asked.ip },
        () => ask(path, asked, body),
        ({ status }) => status < 400,
      ),
    );
    const refusal = refusalIn(answer);
    if (refusal) throw refusal;
    return answer;
  };
