/** Numbers of orders given to a desk: one typed, or many pasted. */
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { readOrders } from '../paste.ts';
import { said } from './words.ts';

export const OneNumber = ({
  onEnter,
  disabled,
}: {
  readonly onEnter: (orders: readonly string[]) => void;
  readonly disabled: boolean;
}): ReactNode => {
  const w = useWords(said);
  const [typed, setTyped] = useState('');
  const { orders, wrong } = readOrders(typed);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (disabled || orders.length === 0 || wrong.length > 0) return;
    onEnter(orders);
    setTyped('');
  };
  return (
    <form onSubmit={send}>
      <TextInput
        label={w.number}
        description={w.numberHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={wrong.length > 0 && w.wrongNumbers(wrong.join(', '))}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        size="md"
        maw="18rem"
      />
    </form>
  );
};

export const Paste = ({
  onEnter,
  known,
  word,
  disabled,
}: {
  readonly onEnter: (orders: readonly string[]) => void;
  readonly known: (order: string) => boolean;
  readonly word: string;
  readonly disabled: boolean;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const { orders, wrong, twice } = readOrders(typed);
  const fresh = orders.filter((order) => !known(order));
  const again = orders.filter(known);
  return (
    <Stack gap="xs">
      <Textarea
        label={w.paste}
        description={w.pasteHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        error={wrong.length > 0 && w.wrongNumbers(wrong.slice(0, 5).join(', '))}
        autosize
        minRows={3}
        maxRows={10}
        spellCheck={false}
      />
      {orders.length > 0 && <span>{w.pasteCount(orders.length, twice.length)}</span>}
      {again.length > 0 && <span>{w.known(again.slice(0, 8).join(', '))}</span>}
      <Button
        disabled={disabled || fresh.length === 0 || wrong.length > 0}
        onClick={() => {
          onEnter(fresh);
          setTyped('');
        }}
        w="fit-content"
      >
        {w.addN(
          fresh.length,
          `${word.toLowerCase()} ${fresh.length > 0 ? `(${numberText(fresh.length, language)})` : ''}`.trim(),
        )}
      </Button>
    </Stack>
  );
};
