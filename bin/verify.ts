/** `npm run verify`: recomputes the chain of events from their content and names the first bad position. */
import { runCli } from './lib/cli.ts';
import { verifyCommand } from './lib/commands/verify.ts';

await runCli(verifyCommand.spec, verifyCommand.main);
