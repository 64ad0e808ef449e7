/** Safety incidents of people, weapons and vehicles: none is the target; a serious one caps the grade of the review. */
import { z } from 'zod';
import type { CommandMeta, Fact } from '../decider.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { Reason, text } from '../text.ts';
import { Instant } from '../time.ts';
import { agenciesOf, incidentReportersOf, requireWork, steeringOf } from './rights.ts';
import type { DrillState, Incident } from './state.ts';

const IncidentId = z
  .string()
  .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/)
  .meta({ description: 'Number of the incident within the drill', example: 'SC-1' });
const Severity = z.enum(['minor', 'serious']);

export const IncidentCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ReportIncident'),
    incident: IncidentId,
    subject: z.enum(['people', 'weapons', 'vehicles']),
    severity: Severity,
    note: text(200).meta({ description: 'What happened, in a few words, without names' }),
    occurredAt: Instant.optional(),
  }),
  z
    .strictObject({ type: z.literal('ReviseIncident'), incident: IncidentId, severity: Severity, reason: Reason })
    .meta({ description: 'Judges the severity of a reported incident anew' }),
]);
export type IncidentCommand = z.infer<typeof IncidentCommand>;

export type IncidentEvent =
  | ({ readonly type: 'IncidentReported' } & Incident)
  | ({ readonly type: 'IncidentRevised'; readonly reason: string } & Incident);

export const decideIncident = (
  command: IncidentCommand,
  state: DrillState,
  { by, at }: CommandMeta,
): IncidentEvent[] => {
  requireWork(state);
  const known = state.incidents.find((each) => each.incident === command.incident);
  if (command.type === 'ReviseIncident') {
    allow(by, [...agenciesOf(state), steeringOf(state)]);
    if (!known) throw new Rejection('incident-unknown', { incident: command.incident });
    const { severity, reason } = command;
    return known.severity === severity ? [] : [{ type: 'IncidentRevised', ...known, severity, reason }];
  }
  allow(by, incidentReportersOf(state));
  if (known) throw new Rejection('incident-exists', { incident: command.incident });
  const { type: _, occurredAt = at, ...incident } = command;
  if (occurredAt > at) throw new Rejection('counted-in-the-future', { occurredAt, at });
  return [{ type: 'IncidentReported', ...incident, occurredAt }];
};

export const evolveIncident = (state: DrillState, fact: Fact<IncidentEvent>): DrillState => {
  const { incident, subject, severity, note, occurredAt } = fact;
  const others = state.incidents.filter((each) => each.incident !== incident);
  return { ...state, incidents: [...others, { incident, subject, severity, note, occurredAt }] };
};
