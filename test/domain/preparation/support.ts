/** Templates, commands and refusals that the tests of the preparation share. */
import { parseOffset } from '../../../domain/calendar/index.ts';
import type { Context, Folded } from '../../../domain/decider.ts';
import { type ExerciseState, exercise } from '../../../domain/exercise/index.ts';
import { Rejection } from '../../../domain/rejection.ts';
import {
  COMMUNE_TEMPLATE,
  evidenceOf,
  type Template,
  type TemplateContent,
  type TemplateTask,
} from '../../../domain/template/index.ts';
import { template } from '../../../domain/template/stream.ts';
import { type Command, knowing, refusalOf, type Step, send, step } from '../../support/domain.ts';
import { CMC, draftedCommune, EARLY, planCommune, SA } from '../exercise/season.ts';

export const COMMUNES = 'template/commune';

/** What may be published of a template: all but id and version. */
export const contentOf = ({ id: _, version: __, ...content }: Template): TemplateContent => content;

/** The commune's template with some tasks changed, dropped or added; the gates follow their last task. */
export const communeWith = (
  change: Readonly<Record<string, Partial<TemplateTask> | null>>,
  added: readonly TemplateTask[] = [],
): TemplateContent => ({
  ...contentOf(COMMUNE_TEMPLATE),
  tasks: [
    ...COMMUNE_TEMPLATE.tasks.flatMap((task) => {
      const own = change[task.code];
      return own === null ? [] : [{ ...task, ...own }];
    }),
    ...added,
  ],
});

export const row = (code: string, more: Partial<TemplateTask> & { readonly offset?: string } = {}): TemplateTask => {
  const { offset = 'T-20', ...rest } = more;
  return {
    code,
    titleVi: `Việc ${code}`,
    titleEn: `Task ${code}`,
    owner: 'HEA',
    after: ['X05'],
    due: parseOffset(offset),
    evidence: evidenceOf('plan'),
    basis: 'TDE',
    gate: 'G4',
    secret: false,
    ...rest,
  };
};

export const publish = (content: object, basedOn = 1): Command => ({
  type: 'PublishTemplate',
  template: content,
  basedOn,
  reason: 'rút kinh nghiệm mùa trước',
});

export const publishedCommune = (...contents: readonly TemplateContent[]): Folded =>
  contents.reduce<Folded>(
    (state, content, n) => send(COMMUNES, state, step(SA, EARLY, publish(content, n + 1))).state,
    template.initial,
  );

/** A world in which these versions of the commune's template were published. */
export const publishedWorld = (...contents: readonly TemplateContent[]): Context =>
  knowing([COMMUNES, publishedCommune(...contents)]);

/** The commune's exercise planned on the version that ships, whatever was published since. */
export const communeOnFirst: readonly Step[] = [
  ...draftedCommune,
  step(CMC, EARLY, { ...planCommune, template: { id: 'commune', version: 1 } }),
];

export const addTask = (code: string, more: object = {}): Command => ({
  type: 'AddTask',
  code,
  titleVi: 'Phương án phòng dịch',
  owner: 'tam-ky.HEA',
  after: ['C11'],
  gate: 'G4',
  offset: parseOffset('T-40'),
  reason: 'UBND yêu cầu',
  ...more,
});
export const dropTask = (task: string): Command => ({ type: 'DropTask', task, reason: 'không tổ chức' });
export const retime = (task: string, offset: string): Command => ({
  type: 'RetimeTask',
  task,
  offset: parseOffset(offset),
  reason: 'chờ tỉnh',
});
export const relink = (task: string, ...after: string[]): Command => ({
  type: 'RelinkTask',
  task,
  after,
  reason: 'đổi trình tự',
});

export const stateAfter = (stream: string, steps: readonly Step[], context = knowing()): ExerciseState =>
  // every step goes through the exercise's own decider
  steps.reduce<Folded>((state, each) => send(stream, state, each, context).state, exercise.initial) as ExerciseState;

/** What the last step is refused with after the others. */
export const refused = (stream: string, initial: Folded, steps: readonly Step[], context = knowing()): Rejection => {
  const before = steps.slice(0, -1).reduce((state, each) => send(stream, state, each, context).state, initial);
  const last = steps.at(-1);
  const error = last && refusalOf(() => send(stream, before, last, context));
  if (!(error instanceof Rejection)) throw new Error(`not refused by a rule: ${error?.message}`);
  return error;
};
