/** The register of papers over exercises: what the files hold, and every number that proves a task. */
import type { z } from 'zod';
import { chainOf, ruleIn, type Task } from '../../domain/exercise/index.ts';
import type { PaperRegister, RegisterRow } from '../contract/index.ts';
import type { ApiDeps } from '../deps.ts';
import { ownIn } from '../own/tasks.ts';
import type { Asker } from '../policy.ts';
import { words } from '../words.ts';
import { reachOfAll, rowsFor } from './access.ts';
import { unitsIn } from './names.ts';
import { byText } from './order.ts';
import { papersView } from './papers.ts';
import { allExercises, type FiledExercise, type Moment } from './sources.ts';

const STATES = {
  waiting: words('Chờ xác minh', 'To be verified'),
  verified: words('Đã xác minh', 'Verified'),
  returned: words('Trả lại', 'Returned'),
  revised: words('Đã thay bằng bản khác', 'Replaced'),
  voided: words('Đã thay, xác minh lại', 'Replaced after it was verified'),
} as const;

type Common = Pick<RegisterRow, 'exercise' | 'exerciseName' | 'orgUnit'>;

const papersOf = (common: Common, filed: FiledExercise, moment: Moment): RegisterRow[] =>
  papersView(filed, moment).papers.flatMap((row, n): RegisterRow[] => {
    const { slot, name, task } = row;
    const of = { ...common, subject: name, slot, task, enteredAt: null };
    const { number, date, issuer } = row.paper;
    const own: RegisterRow[] =
      row.source === 'evidence'
        ? [] // stands among the proofs
        : [
            {
              ...of,
              key: `${filed.id}/${slot}/${n}`,
              kind: 'paper',
              number,
              date,
              issuer,
              state: row.state,
              stateLabel: row.stateLabel,
            },
          ];
    const changing = row.amendments.map(
      ({ by, at }, each): RegisterRow => ({
        ...of,
        key: `${filed.id}/${slot}/${n}/amended/${each}`,
        kind: 'amendment',
        ...{ number: by.number, date: by.date, issuer: by.issuer },
        subject: words(`Sửa đổi: ${name.vi}`, `Amends: ${name.en}`),
        ...{ state: 'inForce', stateLabel: words('Còn hiệu lực', 'In force'), enteredAt: at },
      }),
    );
    const ending: RegisterRow[] =
      row.revoked && row.revoked.cause === slot
        ? [
            {
              ...of,
              key: `${filed.id}/${slot}/${n}/revoked`,
              kind: 'revocation',
              ...{ number: row.revoked.by.number, date: row.revoked.by.date, issuer: row.revoked.by.issuer },
              subject: words(`Bãi bỏ: ${name.vi}`, `Revokes: ${name.en}`),
              ...{ state: 'inForce', stateLabel: words('Còn hiệu lực', 'In force'), enteredAt: row.revoked.at },
            },
          ]
        : [];
    return [...own, ...changing, ...ending];
  });

const proofsOf = (common: Common, { id, state }: FiledExercise, tasks: readonly Task[]): RegisterRow[] =>
  tasks.flatMap((task) => {
    const slot = chainOf(state).papers.find((rule) => ruleIn(state, rule.slot)?.task === task.code)?.slot ?? null;
    return task.submissions.map(({ number, date, at, outcome }, n): RegisterRow => {
      const isLast = n === task.submissions.length - 1;
      return {
        ...common,
        key: `${id}/${task.code}/${n}`,
        kind: 'evidence',
        ...{ number, date, issuer: isLast ? (task.submission?.evidence.holder ?? null) : null },
        subject: words(task.titleVi, task.titleEn),
        ...{ slot, task: task.code, state: outcome, stateLabel: STATES[outcome], enteredAt: at },
      };
    });
  });

/** Everything of the exercises that the asker sees whole; of others the proofs of his own tasks. */
export const paperRegister = async (
  deps: ApiDeps,
  moment: Moment,
  asker: Asker,
): Promise<z.output<typeof PaperRegister>> => {
  const [files, reach] = await Promise.all([
    allExercises(deps, moment.asOf, rowsFor(asker).seen),
    reachOfAll(deps, asker),
  ]);
  const rows = files.flatMap((filed): RegisterRow[] => {
    const { id, state } = filed;
    if (!state.orgUnit) return [];
    const common: Common = { exercise: id, exerciseName: state.theme, orgUnit: state.orgUnit };
    const tasks = Object.values(state.tasks);
    if (reach.get(id) === 'whole') return [...papersOf(common, filed, moment), ...proofsOf(common, filed, tasks)];
    const own = ownIn(id, state, asker.subject.bodies);
    return proofsOf(
      common,
      filed,
      tasks.filter(({ code }) => own.tasks.has(code)),
    );
  });
  const latestFirst = byText<RegisterRow>(({ date, key }) => `${date} ${key}`);
  return { ...moment, papers: rows.sort((a, b) => latestFirst(b, a)), units: unitsIn(asker.org, files, moment.today) };
};
