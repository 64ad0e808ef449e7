/** `npm run rewrap`: puts named rosters under another installation key, so that the old one can be destroyed. */
import { runCli } from './lib/cli.ts';
import { rewrapCommand } from './lib/commands/rewrap.ts';

await runCli(rewrapCommand.spec, rewrapCommand.main);
