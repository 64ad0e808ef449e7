/** When a body is left alone, and whether it wants one paper a day. */
import { Checkbox, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Setting = Schemas['DeliveryAddresses']['usual'];

export const SettingDialog = ({
  body,
  setting,
  onClose,
}: {
  readonly body: string;
  readonly setting: Setting;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [next, setNext] = useState(setting);
  const save = useWrite(w.saved, onClose);
  const clock = (key: 'quietFrom' | 'quietTo' | 'digestAt', label: string): ReactNode => (
    <TextInput
      type="time"
      label={label}
      value={next[key] ?? ''}
      onChange={({ currentTarget }) => setNext({ ...next, [key]: currentTarget.value })}
    />
  );
  const tick = (key: 'quietDaysOff' | 'digest' | 'onlyDigest', label: string): ReactNode => (
    <Checkbox
      label={label}
      checked={next[key] ?? false}
      onChange={({ currentTarget }) => setNext({ ...next, [key]: currentTarget.checked })}
    />
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => save.mutate({ path: '/api/v1/delivery/settings', body: { body, setting: next } })}
      title={`${w.times}: ${body}`}
      button={w.save}
      effect={w.always}
      error={save.error}
      sending={save.isPending}
      dirty={next !== setting}
    >
      <Group align="end">
        {clock('quietFrom', w.quietFrom)}
        {clock('quietTo', w.quietTo)}
      </Group>
      {tick('quietDaysOff', w.quietDaysOff)}
      <Group align="end">
        {clock('digestAt', w.digest)}
        {tick('digest', w.digest)}
      </Group>
      {tick('onlyDigest', w.onlyDigest)}
    </ActDialog>
  );
};
