import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** One programme or scheme of a term: it opens its reviews on their days, reminds its parties, and ends when it is closed. */
export const coordinationProgramme = (args: ShellArgs): Promise<void> => runShell(args);
