/** `npm run migrate`: brings the tables to this version, under the role that owns them. */
import { runCli } from './lib/cli.ts';
import { migrateCommand } from './lib/commands/migrate.ts';

await runCli(migrateCommand.spec, migrateCommand.main);
