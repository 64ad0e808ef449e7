/** The papers of authority and the evidence of tasks: numbers, dates and holders, never content. */

import { type ExerciseState, standingAgency, type Task } from '../domain/exercise/index.ts';
import { BODIES } from '../domain/labels/bodies.ts';
import { codeOf } from '../domain/people.ts';
import { type EntityId, streamId } from '../domain/streams.ts';
import { type EvidenceKind, findTemplate } from '../domain/template/index.ts';
import type { LocalDate } from '../domain/time.ts';
import { memberOf } from './cast.ts';
import type { PaperKind, PlannedPaper } from './plan-shape.ts';
import type { Play } from './play.ts';

/** Which papers a task brings into force. */
const BROUGHT_BY: Readonly<Record<string, readonly PaperKind[]>> = {
  C03: ['resolution'],
  C05: ['steering'],
  C06: ['organising'],
  C07: ['directing'],
  C08: ['support'],
  C09: ['frame'],
  X02: ['resolution'],
  X03: ['organising', 'support'],
  X04: ['frame'],
};

const plannedPaper = (play: Play, id: EntityId, kind: PaperKind): PlannedPaper | undefined =>
  play.plan.papers.find((paper) => paper.exercise === id && paper.kind === kind);

/** The day of the papers that a task brings, where the plan fixes one: the task is not handed in before. */
export const paperDate = (play: Play, id: EntityId, task: Task): LocalDate | null =>
  (BROUGHT_BY[task.code] ?? [])
    .map((kind) => plannedPaper(play, id, kind)?.date)
    .reduce<LocalDate | null>((last, date) => (date && (!last || date > last) ? date : last), null);

const hasPaper = (state: ExerciseState, kind: PaperKind): boolean =>
  kind === 'resolution' ? state.resolution !== null : kind === 'frame' ? state.frame !== null : !!state.boards[kind];

const HEAD_POSTS: Readonly<Record<Exclude<PaperKind, 'resolution' | 'frame'>, string>> = {
  steering: 'Trưởng Ban Chỉ đạo',
  organising: 'Trưởng Ban Tổ chức',
  directing: 'Trưởng Ban Đạo diễn',
  support: 'Trưởng Ban Bảo đảm',
};

/** Enters the papers that a task brings and the file does not hold yet; the standing agency keeps the file. */
export const enterPapers = async (play: Play, id: EntityId, task: Task, today: LocalDate): Promise<void> => {
  for (const kind of BROUGHT_BY[task.code] ?? []) {
    const state = await play.exercise(id);
    if (hasPaper(state, kind)) continue;
    const planned = plannedPaper(play, id, kind);
    const paper = {
      number: planned?.number ?? numberOf(state, task),
      date: planned?.date ?? today,
      issuer: planned?.issuer ?? BODIES[codeOf(task.owner)].vi.name,
      ...(planned?.signerPost ? { signerPost: planned.signerPost } : {}),
    };
    const by = memberOf(standingAgency(state));
    const stream = streamId('exercise', id);
    if (kind === 'resolution') await play.act(stream, { type: 'IssueResolution', paper }, by);
    else if (kind === 'frame') {
      const seats = planned?.seats ?? [{ post: 'Vai tập', count: 20 }];
      await play.act(stream, { type: 'DecideFrame', paper, seats }, by);
    } else {
      const headPost = planned?.headPost ?? HEAD_POSTS[kind];
      const seats = planned?.seats ?? [{ post: headPost, count: 1 }];
      await play.act(stream, { type: 'EstablishBoard', board: kind, paper, headPost, seats }, by);
    }
  }
};

/** Type codes of papers (Decree 30/2020, Annex III; Party papers keep their own order of number and dash). */
const TYPE_OF: Readonly<Partial<Record<EvidenceKind, string>>> = {
  registerEntry: 'CVĐ',
  submission: 'TTr',
  partyResolution: 'NQ',
  resolution: 'NQ',
  directive: 'CT',
  decision: 'QĐ',
  decisions: 'QĐ',
  decisionPosts: 'QĐ',
  budgetDecision: 'QĐ',
  plan: 'KH',
  planReference: 'KH',
  planSessions: 'KH',
  referenceOnly: 'KH',
  notice: 'TB',
  report: 'BC',
  reportAwards: 'BC',
  scoreSheetReport: 'BC',
};
const PARTY: readonly EvidenceKind[] = ['partyResolution', 'directive'];

/** A register number made of the task's own: `17/KH-POL`, `03-NQ/MPC`; minutes, sheets and lists count as BB. */
const numberOf = (state: ExerciseState, task: Task): string => {
  const template = state.template ? findTemplate(state.template.id, state.template.version) : null;
  const kind = template?.tasks.find(({ code }) => code === task.code)?.evidence.kind ?? 'minutes';
  const [number, type, issuer] = [task.code.slice(1), TYPE_OF[kind] ?? 'BB', codeOf(task.owner)];
  return PARTY.includes(kind) ? `${number}-${type}/${issuer}` : `${number}/${type}-${issuer}`;
};

export const evidenceOf = (
  play: Play,
  id: EntityId,
  state: ExerciseState,
  task: Task,
  today: LocalDate,
): { number: string; date: LocalDate; holder: string } => {
  const [kind] = BROUGHT_BY[task.code] ?? [];
  const planned = kind && plannedPaper(play, id, kind);
  const holder = task.referenceOnly ? standingAgency(state) : task.owner;
  return {
    number: planned?.number ?? numberOf(state, task),
    date: planned?.date ?? today,
    holder: planned?.issuer ?? BODIES[codeOf(holder)].vi.name,
  };
};
