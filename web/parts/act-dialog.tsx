/**
 * One act in a dialog: what it does, what it asks, and a button named after its effect. A refusal is shown inside, with
 * what was typed kept; Ctrl+Enter sends, Esc closes and asks when something was typed.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useWords, words } from '../words/language.tsx';
import { Broken } from './shown.tsx';

const said = words({
  cancel: ['Bỏ', 'Cancel'],
  close: ['Đóng', 'Close'],
  writing: ['Đang ghi…', 'Being written…'],
  discard: ['Nội dung vừa nhập sẽ mất. Vẫn đóng?', 'What you typed will be lost. Close all the same?'],
});

export const ActDialog = ({
  opened,
  onClose,
  onSend,
  title,
  button,
  effect,
  children,
  error,
  sending,
  danger = false,
  disabled = false,
  dirty = false,
  size = 'lg',
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSend: () => void;
  readonly title: string;
  /** Names the effect: "Dời 37 thời hạn", never "OK". */
  readonly button: string;
  readonly effect?: ReactNode;
  readonly children?: ReactNode;
  readonly error: Error | null;
  readonly sending: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Something was typed that closing would lose. */
  readonly dirty?: boolean;
  readonly size?: string;
}): ReactNode => {
  const w = useWords(said);
  const form = useRef<HTMLFormElement>(null);
  const close = (): void => {
    if (!dirty || window.confirm(w.discard)) onClose();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!sending && !disabled) onSend();
  };
  const byKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <Modal
      attributes={{ header: { role: 'none' } }}
      opened={opened}
      onClose={close}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': w.close }}
    >
      <form ref={form} onSubmit={send} onKeyDown={byKeys} noValidate>
        <Stack gap="md">
          {effect && <Text component="div">{effect}</Text>}
          {children}
          {error && <Broken error={error} />}
          <Group justify="flex-end" gap="sm" className="dialog-acts">
            <Button variant="default" onClick={close}>
              {w.cancel}
            </Button>
            <Button type="submit" color={danger ? 'red' : 'blue'} loading={sending} disabled={disabled}>
              {button}
            </Button>
          </Group>
          <output className="only-heard">{sending ? w.writing : ''}</output>
        </Stack>
      </form>
    </Modal>
  );
};
