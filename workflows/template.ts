import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** One checklist template, version after version. */
export const template = (args: ShellArgs): Promise<void> => runShell(args);
