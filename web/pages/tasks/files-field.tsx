/** Files of a proof: sent when chosen, with how far each is; taken out again before the proof is handed in. */
import { ActionIcon, Button, FileButton, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFile, IconPaperclip, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { Refused } from '../../client/http.ts';
import { newId } from '../../client/id.ts';
import { useRead } from '../../client/read.ts';
import type { FileKept } from '../../outbox/drafts.ts';
import { Broken } from '../../parts/shown.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import { sizeText } from './file-size.ts';
import { said } from './proof-words.ts';
import { type Upload, uploadFile } from './upload.ts';

const TAKEN = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods';

interface Going {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly error: Error | null;
  readonly upload: Upload | null;
}

export const FilesField = ({
  exercise,
  task,
  files,
  onChange,
  onBusy,
}: {
  readonly exercise: string;
  readonly task: string;
  readonly files: readonly FileKept[];
  readonly onChange: (change: (files: readonly FileKept[]) => readonly FileKept[]) => void;
  /** True while something is on its way. */
  readonly onBusy: (busy: boolean) => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { data: sent } = useRead('/api/v1/exercises/{id}/files', { path: { id: exercise }, query: { task } });
  const [going, setGoing] = useState<readonly Going[]>([]);
  const latest = useRef<readonly Going[]>([]);
  const update = (change: (before: readonly Going[]) => readonly Going[]): void => {
    latest.current = change(latest.current);
    setGoing(latest.current);
    onBusy(latest.current.some(({ error }) => error === null));
  };
  const patch = (key: string, part: Partial<Going>): void =>
    update((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const drop = (key: string): void => update((before) => before.filter((each) => each.key !== key));
  const begin = (key: string, file: File): void => {
    const upload = uploadFile(exercise, task, file, (share) => patch(key, { share }));
    patch(key, { upload, error: null, share: 0 });
    upload.done.then(
      (kept) => {
        drop(key);
        onChange((before) => [...before, kept]);
      },
      (error: unknown) => {
        if (error instanceof DOMException) drop(key);
        else patch(key, { error: error instanceof Error ? error : new Error(String(error)) });
      },
    );
  };
  const add = (chosen: readonly File[]): void => {
    for (const file of chosen) {
      const key = newId();
      update((before) => [...before, { key, file, share: 0, error: null, upload: null }]);
      begin(key, file);
    }
  };
  if (sent?.mostBytes === 0) return null;
  return (
    <Stack gap="xs">
      <div>
        <Text fw={500} size="sm">
          {w.files}
        </Text>
        <Text size="xs" c="dimmed">
          {sent && w.addFileHint(`${Math.floor(sent.mostBytes / 1_048_576)} MB`)}
        </Text>
      </div>
      {files.map(({ id, name, size }) => (
        <Group key={id} gap="xs" wrap="nowrap">
          <IconFile aria-hidden size={18} stroke={1.7} style={{ flex: 'none' }} />
          <Text size="sm" style={{ flex: 1 }}>
            {name} <span className="quiet figures">{sizeText(size, language)}</span>
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={w.removeFile(name)}
            onClick={() => onChange((before) => before.filter((each) => each.id !== id))}
          >
            <IconX aria-hidden size={18} />
          </ActionIcon>
        </Group>
      ))}
      {going.map(({ key, file, share, error, upload }) => (
        <div key={key}>
          <Group gap="xs" wrap="nowrap">
            <Text size="sm" style={{ flex: 1 }}>
              {share < 1 ? w.uploading(file.name, Math.round(share * 100)) : w.checking(file.name)}
            </Text>
            {error && !(error instanceof Refused) && (
              <Button size="compact-sm" variant="default" onClick={() => begin(key, file)}>
                {w.retryFile}
              </Button>
            )}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={error ? w.removeFile(file.name) : w.cancelFile(file.name)}
              onClick={() => (error ? drop(key) : upload?.stop())}
            >
              <IconX aria-hidden size={18} />
            </ActionIcon>
          </Group>
          {error instanceof Refused && <Broken error={error} />}
          {error && !(error instanceof Refused) && <Text size="sm">{w.fileOffline}</Text>}
          {!error && <Progress value={share * 100} aria-label={file.name} size="sm" />}
        </div>
      ))}
      <FileButton onChange={add} multiple accept={TAKEN}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconPaperclip aria-hidden size={18} />}>
            {w.addFile}
          </Button>
        )}
      </FileButton>
    </Stack>
  );
};
