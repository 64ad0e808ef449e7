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
  data,
  onChange,
}: {
  readonly label: string;
  readonly value: T;
  readonly data: readonly { readonly value: T; readonly label: string }[];
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
        data={data.map((each) => ({ ...each }))}
        onChange={(next) => onChange(next as T)} // one of the values given
      />
    </div>
  );
};

type Letters = 'medium' | 'large' | 'largest';
const lettersKept = (): Letters => {
  const size = kept('letters');
  return size === 'large' || size === 'largest' ? size : 'medium';
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
        <Choice
          label={w.letters}
          value={letters}
          data={[
            { value: 'medium', label: w.medium },
            { value: 'large', label: w.large },
            { value: 'largest', label: w.largest },
          ]}
          onChange={setSize}
        />
        <Choice
          label={w.colours}
          value={colorScheme}
          data={[
            { value: 'light', label: w.light },
            { value: 'dark', label: w.dark },
            { value: 'auto', label: w.auto },
          ]}
          onChange={setColorScheme}
        />
        <Choice
          label={w.language}
          value={language}
          data={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
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
