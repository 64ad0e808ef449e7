/** The JSON schema of plan files, for editors: `UPDATE=1 npm test -- test/rehearsal/schema` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { PlanShape } from '../../rehearsal/plan-shape.ts';

const FILE = new URL('../../examples/plan.schema.json', import.meta.url);

test('examples/plan.schema.json says what a plan file may hold', () => {
  const schema = `${JSON.stringify(z.toJSONSchema(PlanShape, { io: 'input' }), null, 2)}\n`;
  if (process.env.UPDATE) writeFileSync(FILE, schema);
  expect(readFileSync(FILE, 'utf8')).toBe(schema);
});
