/**
 * The chain of authority of an exercise as data (domain guide §3–5): which paper stands on which, which task brings it,
 * which tasks and gates stand on it. Template defaults that an authority may replace in its own template version.
 */
import { z } from 'zod';
import { BodyCode } from '../people.ts';
import { PaperForm } from '../text.ts';
import { GateCode, TaskCode } from './codes.ts';

export const PAPER_SLOTS = [
  'directive',
  'resolution',
  'standingDirective',
  'steering',
  'organising',
  'directing',
  'support',
  'frame',
  'intent',
  'plan',
  'calendar',
  'budget',
] as const;
export const PaperSlot = z.enum(PAPER_SLOTS).meta({ id: 'PaperSlot', description: 'Place of a paper in the chain' });
export type PaperSlot = z.infer<typeof PaperSlot>;

export const PaperRule = z
  .strictObject({
    slot: PaperSlot,
    forms: z.array(PaperForm).min(1).max(2).readonly().describe('Forms it may have; the first is the usual one'),
    issuers: z.array(BodyCode).max(10).readonly().describe('Bodies that enter it besides the standing agency'),
    needs: z.array(PaperSlot).max(12).readonly().describe('Papers that must be there before it'),
    follows: z.array(PaperSlot).max(12).readonly().describe('Papers it hangs on where they are on file'),
    task: TaskCode.nullable().describe('The task whose evidence is this paper'),
    entered: z.boolean().describe('Must be entered itself; evidence of its task is not enough'),
    gate: GateCode.nullable().describe('The gate that stands on it'),
  })
  .readonly();
export type PaperRule = z.infer<typeof PaperRule>;

export const PaperChain = z
  .strictObject({
    papers: z.array(PaperRule).max(12).readonly(),
    tasks: z
      .record(TaskCode, z.array(PaperSlot).max(12).readonly())
      .describe('Papers without which a task does not start'),
  })
  .readonly()
  .meta({ id: 'PaperChain' });
export type PaperChain = z.infer<typeof PaperChain>;

/** Columns: slot | forms | issuers | needs | follows | task | entered | gate; `–` for none. */
const readRules = (table: string): PaperRule[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [slot = '', forms = '', issuers = '', needs = '', follows = '', task, entered, gate] = cells;
      const codes = (cell: string): string[] => (cell === '–' ? [] : cell.split(','));
      const orNull = (cell: string | undefined): string | null => (cell === '–' ? null : (cell ?? null));
      return PaperRule.parse({
        slot,
        forms: codes(forms),
        issuers: codes(issuers),
        needs: codes(needs),
        follows: codes(follows),
        task: orNull(task),
        entered: entered === 'entered',
        gate: orNull(gate),
      });
    });

export const CITY_CHAIN: PaperChain = {
  papers: readRules(`
directive         | decree30,party36 | CLERK     | –          | –                 | C01 | evidence | G0
resolution        | party36          | MPC,COM   | –          | directive         | C03 | entered  | G1
standingDirective | party36          | SC        | resolution | –                 | C04 | evidence | G1
steering          | decree30,party36 | PC,SB,COM | resolution | standingDirective | C05 | entered  | G2
organising        | decree30         | PC,SB,COM | steering   | –                 | C06 | entered  | G2
directing         | decree30         | PC,SB,COM | steering   | –                 | C07 | entered  | G2
support           | decree30         | PC,SB,COM | steering   | –                 | C08 | entered  | G2
frame             | decree30         | SB,COM    | organising | –                 | C09 | entered  | G2
intent            | decree30         | SB        | steering   | –                 | C10 | evidence | G3
plan              | decree30         | PC        | intent     | –                 | C11 | evidence | G3
calendar          | decree30         | OB        | plan       | –                 | C12 | evidence | G3
budget            | decree30         | FIN,PC    | plan       | –                 | C14 | evidence | G3
`),
  tasks: {
    C02: ['directive'],
    C04: ['resolution'],
    C05: ['standingDirective'],
    C06: ['steering'],
    C07: ['steering'],
    C08: ['steering'],
    C09: ['organising'],
    C10: ['steering'],
    C11: ['intent'],
    C12: ['plan'],
    C13: ['organising', 'plan'],
    C14: ['plan'],
    C15: ['plan'],
    C16: ['support', 'budget'],
    C17: ['plan'],
    C19: ['plan'],
    C20: ['intent'],
    C22: ['directing', 'intent'],
    C23: ['frame'],
  },
};

/** A commune has no standing committee and no steering board of its own; either board may still be decided. */
export const COMMUNE_CHAIN: PaperChain = {
  papers: readRules(`
directive  | decree30,party36 | CLERK,CMC | –          | –         | X01 | evidence | G0
resolution | party36          | MPC,COM   | –          | directive | X02 | entered  | G1
steering   | decree30,party36 | PC,SB,COM | resolution | –         | –   | entered  | –
organising | decree30         | PC,SB,COM | resolution | –         | X03 | entered  | G2
directing  | decree30         | PC,SB,COM | resolution | –         | –   | entered  | –
support    | decree30         | PC,SB,COM | resolution | –         | X03 | entered  | G2
frame      | decree30         | SB,COM    | organising | –         | X04 | entered  | G2
plan       | decree30         | CMC,COM   | organising | –         | X05 | evidence | G3
budget     | decree30         | FIN,COM   | plan       | –         | X06 | evidence | G3
`),
  tasks: {
    X02: ['directive'],
    X03: ['resolution'],
    X04: ['organising'],
    X05: ['organising'],
    X06: ['plan'],
    X07: ['plan'],
    X09: ['frame'],
    X13: ['budget'],
  },
};
