import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** One exercise, from draft to archive; a city exercise carries its communes. */
export const exercise = (args: ShellArgs): Promise<void> => runShell(args);
