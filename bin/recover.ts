/** `npm run recover`: brings every open workflow back from its stream, whatever became of Temporal's own data. */
import { runCli } from './lib/cli.ts';
import { recoverCommand } from './lib/commands/recover.ts';

await runCli(recoverCommand.spec, recoverCommand.main);
