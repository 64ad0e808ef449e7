/** One-time passwords of an import: asked for once, printed, handed over. */
import { Alert, Button, Modal, Stack, Table, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { PaperSlip } from '../../parts/paper-slip.tsx';
import { Broken } from '../../parts/shown.tsx';
import { useWrite } from '../../parts/use-write.ts';
import { useWords } from '../../words/language.tsx';
import { said } from './words.ts';

type Listed = Schemas['ImportPasswords']['users'];

export const Passwords = ({ job }: { readonly job: string }): ReactNode => {
  const w = useWords(said);
  const [users, setUsers] = useState<Listed | null>(null);
  const [isOffered, setIsOffered] = useState(true);
  const ask = useWrite<Schemas['ImportPasswords']>(null, (answer) => {
    setUsers(answer.users);
    setIsOffered(false);
  });
  return (
    <>
      {isOffered && (
        <Alert title={w.passwordsTitle} color="gray" variant="light">
          <Text size="sm" mb="sm">
            {w.passwordsHint}
          </Text>
          {ask.error && <Broken error={ask.error} />}
          <Button loading={ask.isPending} onClick={() => ask.mutate({ path: `/api/v1/imports/${job}/passwords` })}>
            {w.passwords}
          </Button>
        </Alert>
      )}
      {users && (
        <Modal
          opened
          size="xl"
          title={w.passwordsTitle}
          onClose={() => setUsers(null)}
          closeOnClickOutside={false}
          closeOnEscape={false}
        >
          <Stack gap="md">
            <Text className="no-print">{w.passwordsHint}</Text>
            <PaperSlip button={w.print}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{w.userName}</Table.Th>
                    <Table.Th scope="col">{w.name}</Table.Th>
                    <Table.Th scope="col">{w.password}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {users.map(({ row, userName, name, password }) => (
                    <Table.Tr key={row}>
                      <Table.Td>{userName}</Table.Td>
                      <Table.Td>{name}</Table.Td>
                      <Table.Td>
                        <code>{password}</code>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </PaperSlip>
          </Stack>
        </Modal>
      )}
    </>
  );
};
