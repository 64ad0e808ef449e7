/** The rules know one zone, Vietnam's: the season comes out the same to the byte wherever the machine believes to be. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

interface Digest {
  readonly facts: number;
  readonly hoursEast: number;
  readonly ofFacts: string;
  readonly ofStates: string;
}

const SCRIPT = fileURLToPath(new URL('./season-digest.ts', import.meta.url));

const playedIn = (timeZone: string): Promise<Digest> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, TZ: timeZone, NODE_OPTIONS: '' };
    execFile(process.execPath, [SCRIPT], { env }, (error, stdout, stderr) => {
      if (error) reject(new Error(`season-digest.ts failed: ${stderr}`));
      else resolve(JSON.parse(stdout) as Digest); // printed by season-digest.ts
    });
  });

test('the season comes out the same in every time zone', async () => {
  const zones = ['Asia/Ho_Chi_Minh', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC'];
  const [home, ...others] = await Promise.all(zones.map(playedIn));
  if (!home) throw new Error('the season was not played');
  expect(home.facts).toBeGreaterThan(500);
  expect([home, ...others].map(({ hoursEast }) => hoursEast)).toEqual([7, -2.5, 14, 0]);
  for (const { facts, ofFacts, ofStates } of others)
    expect({ facts, ofFacts, ofStates }).toEqual({ facts: home.facts, ofFacts: home.ofFacts, ofStates: home.ofStates });
}, 60_000);
