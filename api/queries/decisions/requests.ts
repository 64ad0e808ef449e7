/** What was asked of leaders: more time for a task, an answer to the city. */
import { answerersOf, extensionDecidersOf, shownTitle } from '../../../domain/exercise/index.ts';
import { formatDate } from '../../../domain/labels/format.ts';
import type { Actor } from '../../../domain/people.ts';
import { bodyName, words } from '../../words.ts';
import { isWorkedOn } from '../readiness.ts';
import type { FiledExercise } from '../sources.ts';
import { decider, type Waiting } from './waiting.ts';

/** Nobody grants what he asked for himself. */
export const extensionDecisions = ({ state }: FiledExercise, actor: Actor): Waiting[] => {
  if (!isWorkedOn(state)) return [];
  return Object.values(state.tasks).flatMap((task): Waiting[] => {
    const { extension } = task;
    if (!extension) return [];
    const { askedBy, askedAt, until, reason } = extension;
    const name = bodyName(askedBy.body);
    const title = shownTitle(state, task);
    const isOwn = askedBy.person === actor.person || askedBy.body === actor.body;
    return [
      {
        kind: 'extension',
        subject: task.code,
        version: state.version,
        title: words(`Xin gia hạn ${task.code} ${title.vi}`, `More time for ${task.code} ${title.en}`),
        text: words(
          `${name.vi} xin từ ${formatDate(task.due)} đến ${formatDate(until)}: ${reason}`,
          `${name.en} asks from ${formatDate(task.due)} until ${formatDate(until)}: ${reason}`,
        ),
        since: askedAt,
        due: task.due,
        ...decider(actor, extensionDecidersOf(state, task), null, !isOwn),
        extension: { until, reason, askedBy },
      },
    ];
  });
};

const CHANGES = {
  rescheduled: words('Thành phố dời ngày', 'The city has moved its days'),
  postponed: words('Thành phố hoãn', 'The city has postponed'),
  resumed: words('Thành phố tiếp tục', 'The city goes on'),
  cancelled: words('Thành phố hủy', 'The city has cancelled'),
} as const;

/** One answer settles all that the city asks of a commune; it follows the last change. */
export const cityDecision = ({ state }: FiledExercise, actor: Actor): Waiting | null => {
  const last = state.cityAsks.at(-1);
  if (!last) return null;
  const { change, reason, from, to } = last;
  const days = to ? ` ${formatDate(to.startDate)}–${formatDate(to.endDate)}` : '';
  return {
    kind: 'city',
    subject: change,
    version: state.version,
    title: words(`Trả lời thành phố: ${CHANGES[change].vi}`, `Answer the city: ${CHANGES[change].en}`),
    text: words(`${CHANGES[change].vi}${days}: ${reason}`, `${CHANGES[change].en}${days}: ${reason}`),
    since: last.at,
    due: state.startDate,
    ...decider(actor, answerersOf(state), 'head'),
    city: { reason, from, to },
  };
};
