import { Button, Checkbox, Fieldset, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { BodyField } from '../../../parts/body-field.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { useMe } from '../../../session/session.tsx';
import { useWords } from '../../../words/language.tsx';
import { type DutyDraft, newDuty } from './duties.ts';
import { said } from './words.ts';

export const DutiesEditor = ({
  drafts,
  onChange,
}: {
  readonly drafts: readonly DutyDraft[];
  readonly onChange: (drafts: readonly DutyDraft[]) => void;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const change = (key: number, part: Partial<DutyDraft>): void =>
    onChange(drafts.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <Stack gap="sm">
      {drafts.length === 0 && (
        <Text size="sm" c="dimmed">
          {w.noDuty}
        </Text>
      )}
      {drafts.map((duty, index) => (
        <Fieldset key={duty.key} legend={w.dutyN(index + 1)} p="sm">
          <Stack gap="sm">
            <BodyField label={w.body} value={duty.body} onChange={(body) => change(duty.key, { body })} />
            <Group align="center" gap="lg">
              <SegmentedControl
                aria-label={w.post}
                value={duty.post}
                data={[
                  { value: 'member', label: w.member },
                  { value: 'head', label: w.head },
                ]}
                onChange={(post) => change(duty.key, { post: post === 'head' ? 'head' : 'member' })}
              />
              <Checkbox
                label={w.acting}
                checked={duty.acting}
                onChange={({ currentTarget }) => change(duty.key, { acting: currentTarget.checked })}
              />
            </Group>
            <Group grow align="flex-start" preventGrowOverflow={false}>
              <DateField label={w.from} value={duty.from} onChange={(from) => change(duty.key, { from })} required />
              <DateField
                label={w.to}
                value={duty.to}
                onChange={(to) => change(duty.key, { to })}
                note={duty.to === null ? w.noEnd : undefined}
                min={duty.from ?? undefined}
              />
            </Group>
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              c="var(--mantine-color-text)"
              leftSection={<IconTrash aria-hidden size={16} />}
              onClick={() => onChange(drafts.filter(({ key }) => key !== duty.key))}
              style={{ alignSelf: 'flex-start' }}
            >
              {w.remove}
            </Button>
          </Stack>
        </Fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus aria-hidden size={16} />}
        onClick={() => onChange([...drafts, newDuty(drafts, today)])}
        style={{ alignSelf: 'flex-start' }}
      >
        {w.addDuty}
      </Button>
    </Stack>
  );
};
