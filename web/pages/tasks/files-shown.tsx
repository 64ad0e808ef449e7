/** Files of the proof on record: a picture or PDF is looked at in place, everything else is fetched. */
import { Button, Group, Text } from '@mantine/core';
import { IconDownload, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { useLanguage, useSay, useWords, words } from '../../words/language.tsx';
import { sizeText } from './file-size.ts';

const said = words({
  title: ['Tệp kèm theo', 'Files'],
  look: ['Xem', 'Look'],
  close: ['Đóng', 'Close'],
  fetch: ['Tải về', 'Download'],
  lookAt: [(name: string) => `Xem ${name}`, (name: string) => `Look at ${name}`],
  fetchIt: [(name: string) => `Tải về ${name}`, (name: string) => `Download ${name}`],
});

type EvidenceFile = Schemas['EvidenceFile'];
const isPicture = (type: string): boolean => type.startsWith('image/');

const FileLine = ({
  exercise,
  file,
  scan,
}: {
  readonly exercise: string;
  readonly file: EvidenceFile;
  /** Whether a virus scanner has looked at it. */
  readonly scan: string | null;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [looking, setLooking] = useState(false);
  const address = `/api/v1/exercises/${encodeURIComponent(exercise)}/files/${encodeURIComponent(file.id)}`;
  const mayLook = isPicture(file.type) || file.type === 'application/pdf';
  return (
    <li>
      <Group gap="sm">
        <Text span style={{ overflowWrap: 'anywhere' }}>
          {file.name}{' '}
          <span className="quiet figures">
            {sizeText(file.size, language)}
            {scan && ` · ${scan}`}
          </span>
        </Text>
        {mayLook && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={looking ? <IconEyeOff aria-hidden size={16} /> : <IconEye aria-hidden size={16} />}
            aria-expanded={looking}
            aria-label={looking ? w.close : w.lookAt(file.name)}
            onClick={() => setLooking(!looking)}
          >
            {looking ? w.close : w.look}
          </Button>
        )}
        <Button
          component="a"
          href={address}
          download={file.name}
          size="compact-sm"
          variant="default"
          leftSection={<IconDownload aria-hidden size={16} />}
          aria-label={w.fetchIt(file.name)}
        >
          {w.fetch}
        </Button>
      </Group>
      {looking &&
        (isPicture(file.type) ? (
          <img src={`${address}?inline=1`} alt={file.name} className="file-picture" />
        ) : (
          <iframe src={`${address}?inline=1`} title={file.name} className="file-pages" />
        ))}
    </li>
  );
};

export const FilesShown = ({
  exercise,
  task,
  files,
}: {
  readonly exercise: string;
  readonly task: string;
  readonly files: readonly EvidenceFile[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { data } = useRead(
    '/api/v1/exercises/{id}/files',
    { path: { id: exercise }, query: { task } },
    { enabled: files.length > 0 },
  );
  const scanOf = (id: string): string | null => {
    const listed = data?.files.find(({ fileId }) => fileId === id);
    return listed ? say(listed.scanLabel) : null;
  };
  if (files.length === 0) return null;
  return (
    <ul className="plain-list" aria-label={w.title}>
      {files.map((file) => (
        <FileLine key={file.id} exercise={exercise} file={file} scan={scanOf(file.id)} />
      ))}
    </ul>
  );
};
