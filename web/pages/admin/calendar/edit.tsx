/** A table entered or corrected: what it moves is shown before it is written, and exactly that is written. */
import { Alert, Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { Command } from '../../../client/command.ts';
import { Refused, type Schemas } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { emptyPaper, isTouched, type PaperDraft, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import { DaysEditor } from './days-editor.tsx';
import { Effect, movedBy } from './effect.tsx';
import { type Draft, STATUSES, tableSent } from './table.ts';
import { said } from './words.ts';

const CALENDAR = 'viet-nam';
/** Stands for the reason while none is typed; a preview is not recorded. */
const NO_REASON_YET = 'Xem trước';

interface Form {
  readonly draft: Draft;
  readonly reason: string;
  readonly cites: boolean;
  readonly paper: PaperDraft;
}

const commandOf = ({ draft, reason, cites, paper }: Form): Command<'calendars'> | null => {
  if (draft.source.trim() === '') return null;
  const sent = cites ? paperSent(paper) : null;
  if (cites && !sent) return null;
  return {
    type: 'EnterYear',
    table: tableSent(draft),
    reason: reason.trim() || NO_REASON_YET,
    ...(sent ? { paper: sent } : {}),
  };
};

const isStale = (error: Error | null): boolean => error instanceof Refused && error.problem.status === 412;

/** Asked half a second after the last change, without reason and paper, which move nothing. */
const useEffectOf = (draft: Draft) => {
  const [asked] = useDebouncedValue(draft, 500);
  const command = commandOf({ draft: asked, reason: '', cites: false, paper: emptyPaper });
  const preview = usePreview('calendars', CALENDAR, command);
  const isFresh = asked === draft && command !== null && !preview.isFetching && !preview.isPlaceholderData;
  const shown: Extract<Schemas['Preview'], { accepted: true }> | null =
    isFresh && preview.data?.accepted ? preview.data : null;
  return { preview, command, isFresh, shown };
};

export const EditYear = ({ start, onClose }: { readonly start: Draft; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [form, setForm] = useState<Form>({ draft: start, reason: '', cites: false, paper: emptyPaper });
  const { draft, paper } = form;
  const change = (part: Partial<Draft>): void => setForm({ ...form, draft: { ...draft, ...part } });
  const { preview, command, isFresh, shown } = useEffectOf(draft);
  const sending = useAct('calendars', CALENDAR, w.done, onClose);
  const stale = isStale(sending.error);
  const { refetch } = preview;
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);
  const sent = commandOf(form);
  const moved = shown ? movedBy(shown) : 0;
  const title = moved > 0 ? w.writeMoves(draft.year, numberText(moved, language)) : w.write(draft.year);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => sent && shown && sending.send(sent, { expectedVersion: shown.version })}
      title={w.editTitle(draft.year)}
      button={stale ? w.sendAgain : title}
      error={stale ? null : sending.error}
      sending={sending.sending}
      disabled={!sent || !shown || form.reason.trim() === ''}
      dirty={draft !== start || form.reason !== '' || isTouched(paper)}
      size="58rem"
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          id="field-table.source"
          label={w.source}
          placeholder={w.sourceExample}
          value={draft.source}
          onChange={({ currentTarget }) => change({ source: currentTarget.value })}
          error={draft.source.trim() === '' && draft !== start ? w.needSource : null}
          maxLength={300}
          required
        />
        <Select
          label={w.yearStatus}
          value={draft.status}
          data={STATUSES.map((status) => ({ value: status, label: `${w[status]} – ${w[`${status}What`]}` }))}
          onChange={(next) => change({ status: STATUSES.find((each) => each === next) ?? draft.status })}
          allowDeselect={false}
        />
      </SimpleGrid>
      <DaysEditor draft={draft} onChange={(next) => setForm({ ...form, draft: next })} />
      <Checkbox
        label={w.withPaper}
        checked={form.cites}
        onChange={({ currentTarget }) => setForm({ ...form, cites: currentTarget.checked })}
      />
      {form.cites && (
        <PaperFields paper={paper} onChange={(next) => setForm({ ...form, paper: next })} withForm={false} />
      )}
      {stale && (
        <Alert color="yellow" variant="light" className="on-tint" role="alert">
          {w.changed}
        </Alert>
      )}
      <section aria-label={w.effect} aria-live="polite">
        {command && !isFresh && <span className="quiet">{w.asking}</span>}
        {preview.error && <Broken error={preview.error} onRetry={() => void refetch()} />}
        {isFresh && preview.data && !preview.data.accepted && <Broken error={new Refused(preview.data.problem)} />}
        {shown && <Effect preview={shown} />}
      </section>
      <ReasonField value={form.reason} onChange={(reason) => setForm({ ...form, reason })} />
    </ActDialog>
  );
};
