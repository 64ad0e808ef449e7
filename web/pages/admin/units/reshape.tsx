/** Merging or splitting localities in three steps; the last shows old → new and what is re-homed before anything is written. */
import { Alert, Button, Fieldset, Radio, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Refused } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { emptyPaper, type PaperDraft, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import { isStale } from './act.tsx';
import type { OrgCommand } from './acts.ts';
import { Effect } from './effect.tsx';
import { emptyPart, type Part, PartFields, partId, partSent } from './part-fields.tsx';
import type { Unit } from './tree.ts';
import { UnitsField } from './unit-field.tsx';
import { said } from './words.ts';

interface Form {
  readonly from: readonly string[];
  readonly parts: readonly Part[];
  readonly heir: number;
  readonly effective: string | null;
  readonly paper: PaperDraft;
}

const commandOf = (kind: 'merge' | 'split', unit: Unit, form: Form): OrgCommand | null => {
  const paper = paperSent(form.paper);
  const parts = form.parts.map((part) => partSent(part, unit));
  const whole = parts.filter((part) => part !== null);
  const { effective, from } = form;
  if (!paper || !effective || whole.length < parts.length) return null;
  if (kind === 'merge') {
    const [into] = whole;
    return into && from.length > 0 ? { type: 'MergeUnits', from, into, effective, bodies: {}, paper } : null;
  }
  const heir = form.parts[form.heir] && partId(form.parts[form.heir] as Part);
  return heir && whole.length >= 2
    ? { type: 'SplitUnit', unit: unit.id, into: whole, heir, effective, bodies: {}, paper }
    : null;
};

export const Reshape = ({
  kind,
  unit,
  onClose,
}: {
  readonly kind: 'merge' | 'split';
  readonly unit: Unit;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [form, setForm] = useState<Form>({
    from: kind === 'merge' ? [unit.id] : [],
    parts: kind === 'merge' ? [emptyPart(0)] : [emptyPart(0), emptyPart(1)],
    ...{ heir: 0, effective: today, paper: emptyPaper },
  });
  const [touched, setTouched] = useState(false);
  const change = (part: Partial<Form>): void => {
    setTouched(true);
    setForm({ ...form, ...part });
  };
  const setPart = (key: number, part: Part | null): void =>
    change({
      parts: form.parts.flatMap((each) => (each.key === key ? (part ?? []) : each)),
      ...(part ? {} : { heir: 0 }),
    });
  const command = commandOf(kind, unit, form);
  const preview = usePreview('organisation', 'main', command);
  const shown = command && preview.data?.accepted && !preview.isPlaceholderData ? preview.data : null;
  const sending = useAct('organisation', 'main', w.done, onClose);
  const stale = isStale(sending.error);
  const day = dateText(form.effective);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => command && shown && sending.send(command, { expectedVersion: shown.version })}
      title={kind === 'merge' ? w.mergeTitle : w.splitTitle}
      button={
        stale ? w.sendAgain : kind === 'merge' ? w.mergeN(form.from.length, day) : w.splitN(form.parts.length, day)
      }
      effect={kind === 'merge' ? w.mergeWhat : w.splitWhat}
      error={stale ? null : sending.error}
      sending={sending.sending}
      disabled={!shown || preview.isFetching}
      dirty={touched}
      danger
      size="58rem"
    >
      <Fieldset legend={w.step1}>
        <Stack gap="sm">
          {kind === 'merge' && <UnitsField label={w.ending} value={form.from} onChange={(from) => change({ from })} />}
          {form.parts.map((part, index) => (
            <PartFields
              key={part.key}
              part={part}
              legend={kind === 'merge' ? w.becomes : w.partN(index + 1)}
              without={kind === 'merge' ? form.from : [unit.id]}
              onChange={(next) => setPart(part.key, next)}
              {...(form.parts.length > 2 ? { onRemove: () => setPart(part.key, null) } : {})}
            />
          ))}
          {kind === 'split' && (
            <>
              <Button
                variant="default"
                leftSection={<IconPlus aria-hidden size={16} />}
                style={{ alignSelf: 'flex-start' }}
                onClick={() =>
                  change({ parts: [...form.parts, emptyPart(1 + Math.max(...form.parts.map(({ key }) => key)))] })
                }
              >
                {w.addPart}
              </Button>
              <Radio.Group label={w.heir} value={String(form.heir)} onChange={(heir) => change({ heir: Number(heir) })}>
                <Stack gap={6} mt={4}>
                  {form.parts.map((part, index) => (
                    <Radio
                      key={part.key}
                      value={String(index)}
                      label={part.name || partId(part) || w.partN(index + 1)}
                    />
                  ))}
                </Stack>
              </Radio.Group>
            </>
          )}
        </Stack>
      </Fieldset>
      <Fieldset legend={w.step2}>
        <Stack gap="sm">
          <DateField
            label={w.effective}
            value={form.effective}
            onChange={(effective) => change({ effective })}
            required
          />
          <PaperFields paper={form.paper} onChange={(paper) => change({ paper })} />
        </Stack>
      </Fieldset>
      <Fieldset legend={w.step3}>
        {stale && (
          <Alert color="yellow" variant="light" className="on-tint" role="alert">
            {w.changed}
          </Alert>
        )}
        {preview.error && <Broken error={preview.error} onRetry={() => void preview.refetch()} />}
        {command && preview.data && !preview.data.accepted && !preview.isPlaceholderData && (
          <Broken error={new Refused(preview.data.problem)} />
        )}
        {!command && <span className="quiet">{w.whole}</span>}
        {command && preview.isFetching && !shown && <span className="quiet">{w.asking}</span>}
        {shown && <Effect preview={shown} effective={form.effective} />}
      </Fieldset>
    </ActDialog>
  );
};
