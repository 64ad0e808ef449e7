/** The one-time password, shown once: to be printed and handed over in person. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PaperSlip } from '../../../parts/paper-slip.tsx';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export interface SlipData {
  readonly name: string;
  readonly userName: string;
  readonly password: string;
}

export const Slip = ({ slip, onClose }: { readonly slip: SlipData; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  return (
    <Modal
      opened
      onClose={onClose}
      title={w.slipTitle}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Text className="no-print">{w.slipWhat}</Text>
        <PaperSlip button={w.print}>
          <Text fw={600}>{w.slipPaper}</Text>
          <dl className="slip-facts">
            <dt>{w.name}</dt>
            <dd>{slip.name}</dd>
            <dt>{w.slipAddress}</dt>
            <dd>{location.origin}</dd>
            <dt>{w.userName}</dt>
            <dd>
              <code>{slip.userName}</code>
            </dd>
            <dt>{w.slipPassword}</dt>
            <dd>
              <code>{slip.password}</code>
            </dd>
          </dl>
          <Text size="sm">{w.slipNote}</Text>
        </PaperSlip>
        <Group justify="flex-end" className="no-print">
          <Button onClick={onClose}>{w.handed}</Button>
        </Group>
      </Stack>
    </Modal>
  );
};
