import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** The roll-out plan of an authority for one term. */
export const rollOut = (args: ShellArgs): Promise<void> => runShell(args);
