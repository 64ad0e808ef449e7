#!/usr/bin/env node
/** `san-sang`: the operator's command line. What each subcommand does is the same as on the page or under `npm run`. */
import { EXITS, languageOf, nearest, runCli } from './lib/cli.ts';
import { COMMANDS } from './lib/commands/index.ts';
import { completionFor, SHELLS } from './lib/completion.ts';

const [name, ...argv] = process.argv.slice(2);
const said = argv[argv.indexOf('--lang') + 1];
const language = languageOf(name === '--lang' ? argv[0] : argv.includes('--lang') ? said : undefined);
const pick = (vi: string, en: string): string => (language === 'vi' ? vi : en);

const help = (): string => {
  const names = [...Object.keys(COMMANDS), 'completion'];
  const width = Math.max(...names.map((each) => each.length));
  const about: Readonly<Record<string, string>> = {
    completion: pick(`gợi ý lệnh cho ${SHELLS.join(', ')}`, `completion for ${SHELLS.join(', ')}`),
  };
  return [
    pick('Sẵn Sàng: dòng lệnh của người vận hành.', "Sẵn Sàng: the operator's command line."),
    '',
    `san-sang ${pick('<lệnh> [tùy chọn]', '<command> [options]')}`,
    '',
    ...names.map((each) => `  ${each.padEnd(width)}  ${COMMANDS[each]?.[language] ?? about[each] ?? ''}`),
    '',
    pick('san-sang <lệnh> --help cho từng lệnh.', 'san-sang <command> --help for each.'),
    EXITS[language],
  ].join('\n');
};

const listed = name === undefined ? undefined : COMMANDS[name];
if (listed) {
  const { spec, main } = await listed.load();
  await runCli(spec, main, { argv, called: `san-sang ${name}` });
} else if (name === undefined || name === '--help' || name === 'help' || name === '--lang')
  process.stdout.write(`${help()}\n`);
else if (name === 'completion') {
  const shell = SHELLS.find((each) => each === argv[0]);
  if (shell) {
    const all = Object.entries(COMMANDS).map(async ([each, { load }]) => [each, await load()] as const);
    process.stdout.write(completionFor(shell, Object.fromEntries(await Promise.all(all))));
  } else {
    process.stderr.write(`${pick('Chọn', 'Choose')}: ${SHELLS.join(', ')}\n`);
    process.exitCode = 2;
  }
} else {
  const meant = nearest(name, Object.keys(COMMANDS));
  process.stderr.write(
    `${pick(`Không có lệnh ${name}; gần nhất là ${meant}.`, `There is no command ${name}; the nearest is ${meant}.`)}\n`,
  );
  process.exitCode = 2;
}
