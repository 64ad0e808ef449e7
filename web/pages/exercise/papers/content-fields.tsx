/** What a paper decides besides its number: a board's head and seats, the frame's seats, a budget's amount. */
import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { isBoardSlot, type PaperContent, type SeatSent, type Slot } from './slots.ts';
import { said } from './words.ts';

const replaced = <T,>(list: readonly T[], index: number, item: T): T[] =>
  list.map((each, i) => (i === index ? item : each));
const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, i) => i !== index);

const SeatRows = ({
  seats,
  onChange,
}: {
  readonly seats: readonly SeatSent[];
  readonly onChange: (seats: readonly SeatSent[]) => void;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Stack gap="xs">
      {seats.map((seat, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            label={index === 0 ? w.seatPost : undefined}
            aria-label={w.seatPost}
            value={seat.post}
            onChange={({ currentTarget }) => onChange(replaced(seats, index, { ...seat, post: currentTarget.value }))}
            maxLength={120}
            flex={1}
          />
          <NumberInput
            label={index === 0 ? w.seatCount : undefined}
            aria-label={w.seatCount}
            value={seat.count}
            onChange={(count) =>
              onChange(replaced(seats, index, { ...seat, count: typeof count === 'number' ? count : 1 }))
            }
            min={1}
            max={500}
            allowDecimal={false}
            w="6rem"
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={w.removeSeat(seat.post)}
            onClick={() => onChange(without(seats, index))}
          >
            <IconTrash aria-hidden size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus aria-hidden size={18} />}
        onClick={() => onChange([...seats, { post: '', count: 1 }])}
      >
        {w.addSeat}
      </Button>
    </Stack>
  );
};

const Subcommittees = ({
  content,
  onChange,
}: {
  readonly content: PaperContent;
  readonly onChange: (content: PaperContent) => void;
}): ReactNode => {
  const w = useWords(said);
  const { subcommittees: parts } = content;
  const put = (subcommittees: PaperContent['subcommittees']): void => onChange({ ...content, subcommittees });
  return (
    <fieldset className="plain-set">
      <legend>{w.subcommittees}</legend>
      {parts.map((part, index) => (
        <Stack key={index} gap="xs" pl="md">
          <Group gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              label={w.subName}
              value={part.name}
              onChange={({ currentTarget }) => put(replaced(parts, index, { ...part, name: currentTarget.value }))}
              maxLength={120}
              flex={1}
            />
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={`${w.removeSub} ${part.name}`}
              onClick={() => put(without(parts, index))}
            >
              <IconTrash aria-hidden size={18} />
            </ActionIcon>
          </Group>
          <SeatRows seats={part.seats} onChange={(seats) => put(replaced(parts, index, { ...part, seats }))} />
        </Stack>
      ))}
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus aria-hidden size={18} />}
        onClick={() => put([...parts, { name: '', seats: [] }])}
      >
        {w.addSub}
      </Button>
    </fieldset>
  );
};

export const ContentFields = ({
  slot,
  content,
  onChange,
  isChange = false,
}: {
  readonly slot: Slot;
  readonly content: PaperContent;
  readonly onChange: (content: PaperContent) => void;
  /** Of an amendment: what stays empty is not changed. */
  readonly isChange?: boolean;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const isBoard = isBoardSlot(slot);
  if (!isBoard && slot !== 'frame' && slot !== 'budget') return null;
  return (
    <>
      {isChange && (
        <Text size="sm" c="dimmed">
          {w.keepEmpty}
        </Text>
      )}
      {isBoard && (
        <TextInput
          label={w.headPost}
          value={content.headPost}
          onChange={({ currentTarget }) => onChange({ ...content, headPost: currentTarget.value })}
          maxLength={120}
          required={!isChange}
        />
      )}
      {slot !== 'budget' && (
        <fieldset className="plain-set">
          <legend>{w.seats}</legend>
          <SeatRows seats={content.seats} onChange={(seats) => onChange({ ...content, seats })} />
        </fieldset>
      )}
      {slot === 'organising' && <Subcommittees content={content} onChange={onChange} />}
      {slot === 'budget' && (
        <NumberInput
          label={w.sum}
          value={content.amount ?? ''}
          onChange={(amount) => onChange({ ...content, amount: typeof amount === 'number' ? amount : null })}
          min={0}
          allowDecimal={false}
          thousandSeparator={language === 'vi' ? '.' : ','}
          decimalSeparator={language === 'vi' ? ',' : '.'}
          hideControls
        />
      )}
    </>
  );
};
