import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** The review of one exercise; it outlives the exercise, until every corrective action is verified or carried on. */
export const afterActionReview = (args: ShellArgs): Promise<void> => runShell(args);
