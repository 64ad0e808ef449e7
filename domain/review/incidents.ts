/** Safety incidents: recorded here by the panel, or noted from the drill, also before the review opens; each once. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { allow, systemOnly } from '../rights.ts';
import { text } from '../text.ts';
import type { GradingEvent } from './grading.ts';
import { capped } from './scoring.ts';
import { type Incident, panelOf, type ReviewState, requirePhase } from './state.ts';

const SUBJECTS = ['people', 'weapons', 'vehicles'] as const;

export const IncidentCommand = z.strictObject({
  type: z.literal('RecordIncident'),
  subject: z.enum(SUBJECTS),
  severity: z.enum(['minor', 'serious']),
  note: text(500),
});
export type IncidentCommand = z.infer<typeof IncidentCommand>;

/** Sent by the drill; `incident` is its id there, `from` says where that is. Sent again when it was judged anew. */
export interface NoteIncident extends Omit<Incident, 'incident' | 'from'> {
  readonly type: 'NoteIncident';
  readonly incident: string;
  readonly from: string;
}

export type IncidentEvent =
  | ({ readonly type: 'IncidentRecorded' } & Pick<Incident, 'subject' | 'severity' | 'note'>)
  | ({ readonly type: 'IncidentNoted' } & Omit<NoteIncident, 'type'>);

/**
 * A serious incident that becomes known after the grade caps it by an event of its own. A grade above the cap says that it
 * is the first one.
 */
export const decideIncident = (
  command: IncidentCommand | NoteIncident,
  state: ReviewState,
  meta: CommandMeta,
): (IncidentEvent | GradingEvent)[] => {
  const { subject, severity, note } = command;
  if (command.type === 'RecordIncident') {
    const { all } = panelOf(state, meta);
    allow(meta.by, all);
    requirePhase(state, ['open'], command.type);
    return [{ type: 'IncidentRecorded', subject, severity, note }];
  }
  systemOnly(meta.by, command.type);
  const { incident, from } = command;
  const known = state.incidents.find((each) => each.incident === incident && each.from === from);
  if (known?.subject === subject && known.severity === severity && known.note === note) return [];
  const noted: IncidentEvent = { type: 'IncidentNoted', incident, from, subject, severity, note };
  const { result } = state;
  const grade = result && capped(state.sheet, result.grade);
  if (!grade || severity !== 'serious' || grade === result.grade) return [noted];
  return [noted, { type: 'GradeDecided', points: result.points, grade, seriousIncidents: 1 }];
};

export const evolveIncident = (state: ReviewState, fact: Fact<IncidentEvent>): ReviewState => {
  const { subject, severity, note } = fact;
  const [incident, from] = fact.type === 'IncidentNoted' ? [fact.incident, fact.from] : [null, null];
  const others = state.incidents.filter(
    (each) => incident === null || each.incident !== incident || each.from !== from,
  );
  return { ...state, incidents: [...others, { subject, severity, note, incident, from }] };
};
