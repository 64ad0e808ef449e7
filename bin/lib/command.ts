/** One command of an operator: what it says of itself, and what it does. `npm run x` and `san-sang x` are the same. */
import type { Cli, ExitCode, Spec } from './cli.ts';

export interface Command {
  readonly spec: Spec;
  readonly main: (cli: Cli) => Promise<ExitCode>;
}
