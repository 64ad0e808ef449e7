/** Where no organisation is entered yet: all localities, their bodies and heads in one go, checked by the server before. */
import { Button, MultiSelect, Select, Stack, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { BODIES } from '../../../../domain/labels/bodies.ts';
import { Refused } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { Broken, Empty } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { type Code, commandOf, type Form, readHolders, readUnits, USUAL } from './establish-rows.ts';
import { said } from './establish-words.ts';

const CODES = Object.keys(BODIES) as Code[]; // the keys of a closed record
const KEEPERS = ['SA', 'MPC', 'PC'];

const CodesField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly Code[];
  readonly onChange: (codes: readonly Code[]) => void;
}): ReactNode => {
  const { language } = useLanguage();
  return (
    <MultiSelect
      label={label}
      data={CODES.map((code) => ({ value: code, label: `${BODIES[code][language].name} (${code})` }))}
      value={[...value]}
      onChange={(chosen) => onChange(CODES.filter((code) => chosen.includes(code)))}
      searchable
      hidePickedOptions
    />
  );
};

const LinesField = ({
  label,
  what,
  value,
  wrong,
  onChange,
  required = false,
}: {
  readonly label: string;
  readonly what: string;
  readonly value: string;
  readonly wrong: readonly number[];
  readonly onChange: (typed: string) => void;
  readonly required?: boolean;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Textarea
      label={label}
      description={what}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={wrong.length > 0 && w.wrong(wrong.slice(0, 12).join(', '))}
      autosize
      minRows={3}
      maxRows={14}
      spellCheck={false}
      required={required}
    />
  );
};

const Dialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const [form, setForm] = useState<Form>({
    ...{ orgModel: 'twoTier', validFrom: null, units: '', holders: '' },
    ...USUAL,
  });
  const [asked, setAsked] = useState<ReturnType<typeof commandOf>>(null);
  const command = commandOf(form);
  const preview = usePreview('organisation', 'main', asked);
  const act = useAct('organisation', 'main', w.done, onClose);
  const units = readUnits(form.units, form);
  const bodies = units.rows.reduce((sum, unit) => sum + (unit.bodies?.length ?? 0), 0);
  const isAsked = asked !== null && JSON.stringify(command) === JSON.stringify(asked) && !preview.isPlaceholderData;
  const shown = isAsked && preview.data?.accepted ? preview.data : null;
  const change = (part: Partial<Form>): void => setForm({ ...form, ...part });
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && shown && act.send(command, { expectedVersion: shown.version })}
      title={w.establish}
      button={units.rows.length > 0 ? w.establishN(units.rows.length, bodies) : w.establish}
      effect={<Text size="sm">{w.once}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!shown}
      dirty={form.units !== ''}
      size="58rem"
    >
      {/* checked when a field is left, not with every letter of a long list */}
      <Stack gap="md" onBlur={() => setAsked(command)}>
        <Select
          label={w.model}
          data={[
            { value: 'twoTier', label: w.twoTier },
            { value: 'threeTier', label: w.threeTier },
          ]}
          value={form.orgModel}
          onChange={(model) => change({ orgModel: model === 'threeTier' ? 'threeTier' : 'twoTier' })}
          allowDeselect={false}
        />
        <DateField
          label={w.validFrom}
          value={form.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          required
        />
        <LinesField
          label={w.units}
          what={w.unitsWhat}
          value={form.units}
          wrong={units.wrong}
          onChange={(typed) => change({ units: typed })}
          required
        />
        <CodesField label={w.upper} value={form.upper} onChange={(upper) => change({ upper })} />
        <CodesField label={w.commune} value={form.commune} onChange={(commune) => change({ commune })} />
        <LinesField
          label={w.holders}
          what={w.holdersWhat}
          value={form.holders}
          wrong={readHolders(form.holders).wrong}
          onChange={(typed) => change({ holders: typed })}
        />
      </Stack>
      {preview.error && <Broken error={preview.error} onRetry={() => void preview.refetch()} />}
      {isAsked && preview.data && !preview.data.accepted && <Broken error={new Refused(preview.data.problem)} />}
      <output className="quiet">
        {!command ? w.whole : shown ? w.sound : preview.isFetching || !isAsked ? w.checking : ''}
      </output>
    </ActDialog>
  );
};

export const NotEstablished = (): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const [opened, setOpened] = useState(false);
  const isKeeper = KEEPERS.includes(acting?.body.split('.').at(-1) ?? '');
  return (
    <>
      <Empty action={isKeeper && <Button onClick={() => setOpened(true)}>{w.open}</Button>}>
        {w.unknown} {isKeeper ? w.once : w.keepers}
      </Empty>
      {opened && <Dialog onClose={() => setOpened(false)} />}
    </>
  );
};
