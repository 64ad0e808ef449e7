import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** The working-day tables of an installation. */
export const calendar = (args: ShellArgs): Promise<void> => runShell(args);
