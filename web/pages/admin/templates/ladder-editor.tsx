import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Section } from '../../../parts/section.tsx';
import { useWords } from '../../../words/language.tsx';
import type { Content, Rung } from './draft.ts';
import { useRungText } from './parts.tsx';
import { said } from './words.ts';

type Ladder = Content['ladder'];
const AUDIENCES = ['owner', 'head', 'agency', 'board', 'superior'] as const satisfies readonly Rung['audience'][];

const freeId = (rungs: readonly Rung[]): string => {
  let n = rungs.length + 1;
  while (rungs.some(({ id }) => id === `rung${n}`)) n += 1;
  return `rung${n}`;
};

export const LadderEditor = ({
  ladder,
  onChange,
}: {
  readonly ladder: Ladder;
  readonly onChange: (ladder: Ladder) => void;
}): ReactNode => {
  const w = useWords(said);
  const textOf = useRungText();
  const set = (id: string, part: Partial<Rung>): void =>
    onChange({ ...ladder, rungs: ladder.rungs.map((rung) => (rung.id === id ? { ...rung, ...part } : rung)) });
  return (
    <Section
      title={w.ladder}
      what={w.hour(ladder.hour)}
      aside={
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={16} />}
          onClick={() =>
            onChange({
              ...ladder,
              rungs: [...ladder.rungs, { id: freeId(ladder.rungs), days: -1, audience: 'owner', daily: false }],
            })
          }
        >
          {w.addRung}
        </Button>
      }
    >
      {ladder.rungs.map((rung) => (
        <Group key={rung.id} gap="md" align="flex-end">
          <NumberInput
            label={w.days}
            value={rung.days}
            min={-60}
            max={60}
            onChange={(days) => typeof days === 'number' && set(rung.id, { days })}
            w={210}
          />
          <Select
            label={w.audience}
            value={rung.audience}
            data={AUDIENCES.map((each) => ({ value: each, label: w[`${each}Aud`] }))}
            onChange={(next) => set(rung.id, { audience: AUDIENCES.find((each) => each === next) ?? rung.audience })}
            allowDeselect={false}
            w={260}
          />
          <Checkbox
            label={w.daily}
            checked={rung.daily ?? false}
            onChange={({ currentTarget }) => set(rung.id, { daily: currentTarget.checked })}
            mb={8}
          />
          <Text size="sm" c="dimmed" mb={8}>
            {textOf(rung)}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--mantine-color-text)"
            mb={4}
            aria-label={w.removeN(textOf(rung))}
            onClick={() => onChange({ ...ladder, rungs: ladder.rungs.filter(({ id }) => id !== rung.id) })}
          >
            <IconTrash aria-hidden size={18} />
          </ActionIcon>
        </Group>
      ))}
    </Section>
  );
};
