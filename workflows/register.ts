import type { ShellArgs } from './contract.ts';
import { runShell } from './shell.ts';

/** The register of one office for one year. */
export const register = (args: ShellArgs): Promise<void> => runShell(args);
