/** Letters, colours, language, single keys: kept in this browser. */
import { SegmentedControl, Stack, Switch, Text, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { Section } from '../../parts/section.tsx';
import { keep, kept } from '../../words/kept.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { said } from './words.ts';

const Choice = <T extends string>({
  label,
  value,
  of,
  names,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  /** In the order shown. */
  readonly of: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}): ReactNode => {
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={id} mb={4}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        data={of.map((each) => ({ value: each, label: names[each] }))}
        onChange={(next) => onChange(next as T)} // one of the values given
      />
    </div>
  );
};

const LETTERS = ['medium', 'large', 'largest'] as const;
type Letters = (typeof LETTERS)[number];
const lettersKept = (): Letters => {
  const size = kept('letters');
  return LETTERS.find((each) => each === size) ?? 'medium';
};

export const Look = (): ReactNode => {
  const w = useWords(said);
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [letters, setLetters] = useState(lettersKept);
  const [keysOn, setKeysOn] = useState(kept('keys') !== 'off');
  const setSize = (size: Letters): void => {
    keep('letters', size);
    document.documentElement.setAttribute('data-letters', size);
    setLetters(size);
  };
  return (
    <Section title={w.look} what={w.lookWhat}>
      <Stack gap="md">
        <Choice label={w.letters} value={letters} of={LETTERS} names={w} onChange={setSize} />
        <Choice
          label={w.colours}
          value={colorScheme}
          of={['light', 'dark', 'auto']}
          names={w}
          onChange={setColorScheme}
        />
        <Choice
          label={w.language}
          value={language}
          of={['vi', 'en']}
          names={{ vi: 'Tiếng Việt', en: 'English' }}
          onChange={choose}
        />
        <Switch
          label={w.keys}
          description={w.keysWhat}
          checked={keysOn}
          onChange={({ currentTarget }) => {
            keep('keys', currentTarget.checked ? null : 'off');
            setKeysOn(currentTarget.checked);
          }}
        />
      </Stack>
    </Section>
  );
};
