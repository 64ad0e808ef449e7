import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { DateField } from '../../../parts/date-field.tsx';
import { useView } from '../../../parts/view.ts';
import { useWords } from '../../../words/language.tsx';
import { type Filter, KINDS } from './entries.ts';
import { said } from './words.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const PERSON = /^[a-z0-9][a-z0-9._-]{0,39}$/;

/** What of the address is a filter. */
export const useFilter = (): Filter => {
  const [{ luc, loai, ai }] = useView();
  const kind = KINDS.find((each) => each === loai);
  return {
    ...(luc !== undefined && DATE.test(luc) ? { day: luc } : {}),
    ...(kind ? { kind } : {}),
    ...(ai !== undefined && PERSON.test(ai) ? { person: ai } : {}),
  };
};

export const Filters = ({ filter }: { readonly filter: Filter }): ReactNode => {
  const w = useWords(said);
  const [, setView] = useView();
  const [person, setPerson] = useState(filter.person ?? '');
  const seek = useDebouncedCallback((ai: string) => setView({ ai: ai || undefined }), 300);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Group gap="md" align="flex-start" mb="md" className="no-print">
      <DateField label={w.day} value={filter.day ?? null} onChange={(day) => setView({ luc: day ?? undefined })} />
      <Select
        label={w.kind}
        value={filter.kind ?? ''}
        data={[{ value: '', label: w.all }, ...KINDS.map((kind) => ({ value: kind, label: w[kind] }))]}
        onChange={(kind) => setView({ loai: kind || undefined })}
        allowDeselect={false}
        w={240}
      />
      <TextInput
        label={w.person}
        value={person}
        onChange={({ currentTarget }) => {
          setPerson(currentTarget.value);
          seek(currentTarget.value.trim().toLowerCase());
        }}
        autoCapitalize="none"
        spellCheck={false}
        w={180}
      />
      {isFiltered && (
        <Button
          variant="default"
          mt={25}
          onClick={() => {
            setPerson('');
            setView({ luc: undefined, loai: undefined, ai: undefined });
          }}
        >
          {w.clear}
        </Button>
      )}
    </Group>
  );
};
