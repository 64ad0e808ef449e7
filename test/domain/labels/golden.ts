/** A text file beside the tests that people read and correct; `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

export const expectAsWritten = (file: URL, text: string): void => {
  if (process.env.UPDATE) writeFileSync(file, text);
  expect(text.split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
};
