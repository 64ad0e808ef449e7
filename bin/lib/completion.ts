/** Completion for shells, made of what the commands say of themselves. */
import { COMMON } from './cli.ts';
import type { Command } from './command.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

type Commands = Readonly<Record<string, Command>>;

const wordsOf = ({ spec }: Command): string[] => [
  ...(spec.choices ?? []),
  ...Object.keys({ ...spec.options, ...COMMON }).map((name) => `--${name}`),
];

const bash = (commands: Commands): string => `_san_sang() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then words="${[...Object.keys(commands), 'completion', '--help'].join(' ')}"
  else case "\${COMP_WORDS[1]}" in
${Object.entries(commands)
  .map(([name, command]) => `    ${name}) words="${wordsOf(command).join(' ')}" ;;`)
  .join('\n')}
    completion) words="${SHELLS.join(' ')}" ;;
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [ \${#COMPREPLY[@]} -eq 0 ] && COMPREPLY=($(compgen -f -- "$current"))
}
complete -F _san_sang san-sang
`;

const zsh = (commands: Commands): string => `#compdef san-sang
_san_sang() {
  if (( CURRENT == 2 )); then compadd -- ${[...Object.keys(commands), 'completion'].join(' ')}; return; fi
  case "$words[2]" in
${Object.entries(commands)
  .map(([name, command]) => `    ${name}) compadd -- ${wordsOf(command).join(' ')} ;;`)
  .join('\n')}
    completion) compadd -- ${SHELLS.join(' ')} ;;
  esac
  _files
}
compdef _san_sang san-sang
`;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const fish = (commands: Commands): string =>
  [
    ...Object.entries(commands).map(
      ([name, { spec }]) => `complete -c san-sang -n __fish_use_subcommand -f -a ${name} -d ${quoted(spec.vi)}`,
    ),
    ...Object.entries(commands).flatMap(([name, { spec }]) => [
      ...(spec.choices ?? []).map((word) => `complete -c san-sang -n '__fish_seen_subcommand_from ${name}' -a ${word}`),
      ...Object.entries({ ...spec.options, ...COMMON }).map(
        ([option, { type, vi }]) =>
          `complete -c san-sang -n '__fish_seen_subcommand_from ${name}' -l ${option}${type === 'string' ? ' -r' : ''} -d ${quoted(vi)}`,
      ),
    ]),
    `complete -c san-sang -n __fish_use_subcommand -f -a completion`,
    '',
  ].join('\n');

export const completionFor = (shell: Shell, commands: Commands): string => ({ bash, zsh, fish })[shell](commands);
