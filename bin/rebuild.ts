/** `npm run rebuild`: builds the read tables anew from the events, compares, and puts them in place. */
import { runCli } from './lib/cli.ts';
import { rebuildCommand } from './lib/commands/rebuild.ts';

await runCli(rebuildCommand.spec, rebuildCommand.main);
