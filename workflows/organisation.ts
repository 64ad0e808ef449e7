import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** Bodies, posts and delegations of an installation, by date. */
export const organisation = (args: ShellArgs): Promise<void> => runShell(args);
