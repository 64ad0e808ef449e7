import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** The mobilisation drill of one exercise, from its preparation to its close. */
export const mobilisationDrill = (args: ShellArgs): Promise<void> => runShell(args);
