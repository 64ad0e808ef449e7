/** An account being created, its details changed, or its duties replaced. */
import { Checkbox, Fieldset, Group, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { useWords } from '../../../words/language.tsx';
import { draftsOf, dutiesSent, type User } from './duties.ts';
import { DutiesEditor } from './duties-editor.tsx';
import type { SlipData } from './slip.tsx';
import { said } from './words.ts';

const useDetails = (user: User | null) => {
  const w = useWords(said);
  const [name, setName] = useState(user?.name ?? '');
  const [person, setPerson] = useState(user?.person ?? '');
  const [isAdmin, setIsAdmin] = useState(user?.isAdmin ?? false);
  const sent = { name: name.trim(), person: person.trim() === '' ? null : person.trim(), isAdmin };
  const fields = (
    <>
      <TextInput
        id="field-name"
        label={w.name}
        description={w.nameWhat}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={120}
        autoComplete="off"
        required
        data-autofocus
      />
      <TextInput
        id="field-person"
        label={w.person}
        description={w.personWhat}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={person}
        onChange={({ currentTarget }) => setPerson(currentTarget.value.toLowerCase())}
        maxLength={40}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox
        label={w.isAdmin}
        description={w.isAdminWhat}
        checked={isAdmin}
        onChange={({ currentTarget }) => setIsAdmin(currentTarget.checked)}
      />
    </>
  );
  return { sent, fields, isWhole: sent.name !== '' };
};

export const CreateDialog = ({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (slip: SlipData) => void;
}): ReactNode => {
  const w = useWords(said);
  const [userName, setUserName] = useState('');
  const [drafts, setDrafts] = useState(draftsOf([]));
  const details = useDetails(null);
  const duties = dutiesSent(drafts);
  const create = useWrite<Schemas['OneTimePassword']>(null, ({ password }) =>
    onMade({ name: details.sent.name, userName, password }),
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => create.mutate({ path: '/api/v1/users', body: { userName, ...details.sent, duties } })}
      title={w.create}
      button={w.create}
      error={create.error}
      sending={create.isPending}
      disabled={!details.isWhole || userName === '' || duties === null}
      dirty={userName !== '' || details.sent.name !== '' || drafts.length > 0}
    >
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          id="field-userName"
          label={w.userName}
          description={w.userNameWhat}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={userName}
          onChange={({ currentTarget }) => setUserName(currentTarget.value.trim().toLowerCase())}
          maxLength={40}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          required
        />
      </Group>
      {details.fields}
      <Fieldset legend={w.duties} p="sm">
        <Text size="sm" c="dimmed" mb="sm">
          {w.dutiesWhat}
        </Text>
        <DutiesEditor drafts={drafts} onChange={setDrafts} />
      </Fieldset>
    </ActDialog>
  );
};

export const DetailsDialog = ({ user, onClose }: { readonly user: User; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const details = useDetails(user);
  const change = useWrite(w.done, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => change.mutate({ path: `/api/v1/users/${user.id}/details`, body: details.sent })}
      title={`${w.detailsAct} – ${user.userName}`}
      button={w.detailsAct}
      effect={w.detailsEffect}
      error={change.error}
      sending={change.isPending}
      disabled={!details.isWhole}
    >
      {details.fields}
    </ActDialog>
  );
};

export const DutiesDialog = ({ user, onClose }: { readonly user: User; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const [drafts, setDrafts] = useState(draftsOf(user.duties));
  const [touched, setTouched] = useState(false);
  const duties = dutiesSent(drafts);
  const change = useWrite(w.done, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => change.mutate({ path: `/api/v1/users/${user.id}/duties`, body: { duties } })}
      title={`${w.dutiesAct} – ${user.name}`}
      button={w.dutiesAct}
      effect={w.dutiesEffect}
      error={change.error}
      sending={change.isPending}
      disabled={duties === null}
      dirty={touched}
    >
      <DutiesEditor
        drafts={drafts}
        onChange={(next) => {
          setTouched(true);
          setDrafts(next);
        }}
      />
    </ActDialog>
  );
};
