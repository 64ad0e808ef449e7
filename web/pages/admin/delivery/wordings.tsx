/** Texts of messages: worded, tried on an example, saved as the next version. */
import { Button, Group, NativeSelect, Paper, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { Section } from '../../../parts/section.tsx';
import { Broken, Shown } from '../../../parts/shown.tsx';
import { useWrite } from '../../../parts/use-write.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type All = Schemas['Wordings'];
type Wording = Schemas['WordingShown'];

const Editor = ({ wording, names }: { readonly wording: Wording; readonly names: All['placeholders'] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [subject, setSubject] = useState(wording.subject);
  const [text, setText] = useState(wording.text);
  const [shown, setShown] = useState<Schemas['WordingFilled'] | null>(null);
  const preview = useWrite<Schemas['WordingFilled']>(null, setShown);
  const write = useWrite(w.written);
  const body = { kind: wording.kind, subject, text };
  const error = preview.error ?? write.error;
  return (
    <Stack gap="sm">
      <TextInput
        label={w.subject}
        value={subject}
        maxLength={150}
        onChange={({ currentTarget }) => setSubject(currentTarget.value)}
      />
      <Textarea
        label={w.text}
        value={text}
        maxLength={4000}
        autosize
        minRows={6}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Text size="sm" component="div">
        {w.names}:
        <ul>
          {names.map(({ name, meaning }) => (
            <li key={name}>
              <code>{`{${name}}`}</code> – {say(meaning)}
            </li>
          ))}
        </ul>
      </Text>
      <Group>
        <Button
          variant="default"
          loading={preview.isPending}
          onClick={() => preview.mutate({ path: '/api/v1/delivery/wordings/preview', body })}
        >
          {w.preview}
        </Button>
        <Button
          loading={write.isPending}
          disabled={subject === wording.subject && text === wording.text}
          onClick={() => write.mutate({ path: '/api/v1/delivery/wordings', body: { ...body, after: wording.version } })}
        >
          {w.write}
        </Button>
      </Group>
      {error && <Broken error={error} />}
      {shown && (
        <Paper withBorder p="sm" component="section" aria-label={w.previewed}>
          <Text size="sm" c="dimmed">
            {w.previewed}
          </Text>
          <Text fw={600}>{shown.subject}</Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{shown.text}</Text>
        </Paper>
      )}
    </Stack>
  );
};

const Choose = ({ all }: { readonly all: All }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [kind, setKind] = useState<Wording['kind']>('reminder');
  const wording = all.wordings.find((each) => each.kind === kind);
  return (
    <Stack gap="sm">
      <NativeSelect
        label={w.kind}
        value={kind}
        maw={420}
        onChange={({ currentTarget }) => setKind(currentTarget.value as Wording['kind'])} // one of the options
        data={all.wordings.map((each) => ({
          value: each.kind,
          label: `${say(each.kindName)} – ${w.version(each.version)}`,
        }))}
      />
      {wording && <Editor key={`${kind} ${wording.version}`} wording={wording} names={all.placeholders} />}
    </Stack>
  );
};

export const Wordings = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/delivery/wordings');
  return (
    <Section title={w.wordings} what={w.wordingsWhat}>
      <Shown read={read}>{(all) => <Choose all={all} />}</Shown>
    </Section>
  );
};
