/** Figures that the kind of evidence asks for; what was understood is echoed. */
import { Group, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { numberText } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { readCount, type Slips } from './proof-check.ts';
import { said } from './proof-words.ts';
import type { Drafting } from './use-draft.ts';

export const CountFields = ({
  names,
  draft,
  change,
  slips,
}: Pick<Drafting, 'draft' | 'change'> & {
  readonly names: readonly string[];
  readonly slips: Slips['counts'];
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  if (names.length === 0) return null;
  return (
    <fieldset className="plain-fieldset">
      <Text component="legend" fw={500} size="sm" {...(names.length === 1 ? { className: 'only-heard' } : {})}>
        {w.counts}
      </Text>
      <Group gap="sm" align="flex-start">
        {names.map((name) => {
          const typed = draft.counts[name] ?? '';
          const read = readCount(typed);
          const echo = read !== null && String(read) !== typed.trim();
          return (
            <TextInput
              key={name}
              id={`field-evidence.counts.${name}`}
              label={name}
              value={typed}
              onChange={({ currentTarget: { value } }) =>
                change((before) => ({ counts: { ...before.counts, [name]: value } }))
              }
              description={echo ? w.understood(numberText(read, language)) : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              error={slips[name] ? w.countForm : null}
              inputMode="numeric"
              w={130}
            />
          );
        })}
      </Group>
    </fieldset>
  );
};
