/** A season is played in its organisation: everyone in it holds the post he plays. */
import { expect, test } from '@jest/globals';
import { parsePlan } from '../../rehearsal/plan.ts';
import { example, played } from './fixtures.ts';

test.each(['tam-ky-2022', 'ban-thach-2027'])('%s plays in the organisation that was entered first', async (name) => {
  const engine = await played(parsePlan(example(name)));
  expect(engine.facts[0]).toMatchObject({ stream: 'organisation/main', fact: { type: 'OrganisationEstablished' } });
  expect(engine.refusedFollowUps).toEqual([]);
  expect(engine.refusedCommands.map(({ rejection }) => rejection.code)).toEqual(
    name === 'tam-ky-2022' ? ['gate-blocked'] : [],
  );
});
