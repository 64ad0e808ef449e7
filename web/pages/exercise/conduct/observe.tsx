/** Writing down what is seen: now, or earlier and marked as added later. What was typed stays when it is refused. */
import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useCommand } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { newId } from '../../../client/id.ts';
import { InstantField } from '../../../parts/instant-field.tsx';
import { useBusinessClock } from '../../../parts/now.ts';
import { RadioChoice } from '../../../parts/radio-choice.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

type Run = Schemas['RunShown'];
const KINDS = ['strength', 'limit', 'neutral'] as const;
type Kind = (typeof KINDS)[number];
export interface SeenDraft {
  readonly text: string;
  readonly kind: Kind;
  readonly item: string | null;
  readonly criterion: string | null;
}
export const emptySeen: SeenDraft = { text: '', kind: 'neutral', item: null, criterion: null };

export const SeenFields = ({
  run,
  draft,
  onChange,
}: {
  readonly run: Run;
  readonly draft: SeenDraft;
  readonly onChange: (draft: SeenDraft) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const items = run.stages.flatMap((stage) => stage.items);
  const domains = [...new Map(run.criteria.map((each) => [say(each.domain), each])).keys()];
  return (
    <>
      <Textarea
        id="field-text"
        label={w.seen}
        value={draft.text}
        onChange={({ currentTarget }) => onChange({ ...draft, text: currentTarget.value })}
        autosize
        minRows={2}
        maxLength={1000}
        required
      />
      <RadioChoice
        label={w.kind}
        options={KINDS.map((kind) => [kind, w[kind]])}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
        {items.length > 0 && (
          <Select
            label={w.item}
            data={items.map(({ item, label }) => ({ value: item, label: `${item} ${label}` }))}
            value={draft.item}
            onChange={(item) => onChange({ ...draft, item })}
            searchable
            clearable
            miw="12rem"
          />
        )}
        <Select
          label={w.criterion}
          description={w.criterionWhat}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={domains.map((domain) => ({
            group: domain,
            items: run.criteria
              .filter((each) => say(each.domain) === domain)
              .map(({ criterion, name }) => ({ value: criterion, label: say(name) })),
          }))}
          value={draft.criterion}
          onChange={(criterion) => onChange({ ...draft, criterion })}
          searchable
          clearable
          miw="14rem"
        />
      </Group>
    </>
  );
};

export const Observe = ({ file, run }: { readonly file: File; readonly run: Run }): ReactNode => {
  const w = useWords(said);
  const clock = useBusinessClock();
  const command = useCommand('exercises', file.id);
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(emptySeen);
  const [earlier, setEarlier] = useState(false);
  const [seenAt, setSeenAt] = useState<string | null>(null);
  const lacks = draft.text.trim() === '' || (earlier && seenAt === null);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (lacks || command.isPending) return;
    const { text, kind, item, criterion } = draft;
    const seen = earlier && seenAt ? seenAt : new Date(Math.floor(clock() / 1_000) * 1_000).toISOString();
    command.mutate(
      {
        command: {
          ...{ type: 'RecordObservation', observation: newId(), seenAt: seen, text: text.trim(), kind },
          ...(item ? { item } : {}),
          ...(criterion ? { criterion } : {}),
        },
      },
      {
        onSuccess: () => {
          setDraft({ ...emptySeen, kind, item });
          setEarlier(false);
        },
      },
    );
  };
  const byKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} onSubmit={send} onKeyDown={byKeys} noValidate className="no-print">
      <Stack gap="sm">
        <SeenFields run={run} draft={draft} onChange={setDraft} />
        <RadioChoice
          label={w.seenAt}
          options={[
            ['now', w.seenNow],
            ['earlier', w.seenBefore],
          ]}
          value={earlier ? 'earlier' : 'now'}
          onChange={(value) => setEarlier(value === 'earlier')}
        />
        {earlier && (
          <InstantField
            id="field-seenAt"
            label={w.seenAt}
            value={seenAt ?? run.openedAt}
            onChange={setSeenAt}
            required
          />
        )}
        {command.error && <Broken error={command.error} />}
        <Group>
          <Button type="submit" loading={command.isPending} disabled={lacks}>
            {w.observe}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
