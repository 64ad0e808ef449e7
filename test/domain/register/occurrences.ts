/** One real occurrence of every refusal about numbers. */
import { exercise } from '../../../domain/exercise/index.ts';
import type { REGISTER_REJECTIONS } from '../../../domain/labels/rejections-register.ts';
import { programme } from '../../../domain/programme/index.ts';
import { register } from '../../../domain/register/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import { type Command, given, head, knowing, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { board, CITY, EARLY, paper, plannedCity, resolution, SA } from '../exercise/season.ts';
import { STREAM as PROGRAMME, signed } from '../programme/case.ts';
import { BOOK, CLERK, forPaper, give, importing, withCity } from './office.ts';

const thrown = (command: Command, past: readonly Step[] = [], context = withCity(), book = BOOK): Rejection => {
  const { state } = given(register, BOOK, past, withCity());
  const error = refusalOf(() => send(book, state, step(CLERK, EARLY, command), context));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};
const plan = forPaper('plan', '/KH-UBND');
const numbered = [step(CLERK, EARLY, plan)];
const secret = step(head('tam-ky.SA'), EARLY, {
  ...{ type: 'Classify', subject: { kind: 'exercise' }, level: 'mat', decidedBy: 'Bộ CHQS', basis: 'mục 3' },
});

export const REGISTER_OCCURRENCES: Record<keyof typeof REGISTER_REJECTIONS, () => Rejection> = {
  'register-unknown': () => thrown(give(), [], withCity(), 'register/tam-ky'),
  'register-empty': () => new Rejection('register-empty', { id: 'tam-ky-2026' }), // said by the API
  'register-year': () => thrown(importing({ number: '1/QĐ-UBND', date: '2025-12-31' })),
  'register-elsewhere': () => {
    const context = withCity();
    const error = refusalOf(() =>
      send('register/da-nang-2026', register.initial, step(head('da-nang.CLERK'), EARLY, plan), context),
    );
    if (!(error instanceof Rejection)) throw new Error('not refused by a rule');
    return error;
  },
  'number-for-what': () => thrown(give({ subject: undefined })),
  'number-too-late': () => thrown(give({ date: '2026-10-01' })),
  'number-unreadable': () => thrown(importing({ number: 'số 7', date: '2026-10-01' })),
  'number-row-taken': () => thrown(importing(...[1, 2].map(() => ({ number: '07/QĐ-UBND', date: '2026-10-01' })))),
  'number-unknown': () => thrown({ type: 'VoidNumber', symbol: '/QĐ-UBND', number: 7, reason: 'x' }),
  'number-of-another': () => {
    const { state } = given(register, BOOK, numbered, withCity());
    const file = given(exercise, CITY, [...plannedCity, step(SA, EARLY, resolution)]).state;
    const steering = { ...board('steering'), paper: paper('01/KH-UBND') };
    const error = refusalOf(() => send(CITY, file, step(SA, EARLY, steering), knowing([BOOK, state])));
    if (!(error instanceof Rejection)) throw new Error('not refused by a rule');
    return error;
  },
  'series-full': () => thrown(give(), [step(CLERK, EARLY, give({ number: 99_999 }))]),
  'symbol-of-kind': () => thrown(forPaper('plan', '/QĐ-UBND')),
  'paper-secret': () => thrown(plan, [], withCity([...plannedCity, secret])),
  'paper-unnumbered': () => thrown(forPaper('muster', '/QĐ-UBND')),
  'paper-numbered': () => thrown(plan, numbered),
  'paper-before-meeting': () => {
    const paper = { exercise: 'phoi-hop-2021', kind: 'programme-review', of: 'midTerm', atVersion: 1 };
    const context = knowing([PROGRAMME, given(programme, PROGRAMME, signed).state]);
    return thrown({ ...forPaper('plan', '/BC-BCH'), paper }, [], context);
  },
  'paper-version': () => thrown({ ...plan, paper: { exercise: 'tam-ky-2027', kind: 'plan', atVersion: 9 } }),
};
