/** Run by `time-zones.test.ts` in a process of its own: plays the shipped season and prints what came of it, as a digest. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalJson } from '../../db/canonical.ts';
import { CALENDAR } from '../../domain/calendar/index.ts';
import { deciderOf } from '../../domain/registry.ts';
import { kindOf } from '../../domain/streams.ts';
import { createVirtualEngine } from '../../rehearsal/engine.ts';
import { parsePlan } from '../../rehearsal/plan.ts';
import { playSeason } from '../../rehearsal/season.ts';

const plan = parsePlan(JSON.parse(readFileSync(new URL('../../examples/tam-ky-2022.json', import.meta.url), 'utf8')));
const engine = createVirtualEngine({ calendar: CALENDAR });
await playSeason(plan, engine);
const streams = [...new Set(engine.facts.map(({ stream }) => stream))].sort();
// folded anew from the facts, not taken from the engine
const states = streams.map((stream) => {
  const decider = deciderOf(kindOf(stream));
  const facts = engine.facts.filter((each) => each.stream === stream).map(({ fact }) => fact);
  return [stream, facts.reduce((state, fact) => decider.evolve(state, fact), decider.initial)];
});
const digest = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
console.log(
  JSON.stringify({
    facts: engine.facts.length,
    hoursEast: -new Date('2022-05-31T00:00:00Z').getTimezoneOffset() / 60,
    ofFacts: digest(engine.facts),
    ofStates: digest(states),
  }),
);
