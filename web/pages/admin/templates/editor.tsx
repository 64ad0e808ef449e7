/** A new version written from a copy of the newest: checked at every change, kept in this browser, published with a reason. */
import { Alert, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Refused } from '../../../client/http.ts';
import { usePreview } from '../../../client/preview.ts';
import { Sign } from '../../../parts/marks.tsx';
import { emptyPaper, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Section } from '../../../parts/section.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useMe } from '../../../session/session.tsx';
import { useWords } from '../../../words/language.tsx';
import {
  type Content,
  contentOf,
  keepContent,
  keptContent,
  type Task,
  type Template,
  withoutTask,
  withTask,
} from './draft.ts';
import { LadderEditor } from './ladder-editor.tsx';
import { Tasks } from './parts.tsx';
import { TaskDialog } from './task-dialog.tsx';
import { said } from './words.ts';

/** Stands for the reason while none is typed; a preview is not recorded. */
const NO_REASON_YET = 'Xem trước';

export const Editor = ({
  template,
  basedOn,
  onClose,
}: {
  /** The newest version in force, which is copied. */
  readonly template: Template;
  /** The newest version, in force or not, which the new one follows. */
  readonly basedOn: number;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const { user } = useMe();
  const { id } = template;
  const [restored] = useState(() => keptContent(user.id, id, basedOn));
  const [content, setContent] = useState<Content>(restored ?? contentOf(template));
  const [edited, setEdited] = useState<Task | 'new' | null>(null);
  const [reason, setReason] = useState('');
  const [cites, setCites] = useState(false);
  const [paper, setPaper] = useState(emptyPaper);
  const change = (next: Content): void => {
    keepContent(user.id, id, basedOn, next);
    setContent(next);
  };
  const [asked] = useDebouncedValue(content, 400);
  const isChanged = JSON.stringify(content) !== JSON.stringify(contentOf(template));
  const command = (why: string) => ({ type: 'PublishTemplate' as const, template: asked, basedOn, reason: why });
  const preview = usePreview('templates', id, isChanged ? command(NO_REASON_YET) : null);
  const isFresh = asked === content && !preview.isFetching && !preview.isPlaceholderData;
  const shown = isChanged && isFresh && preview.data?.accepted ? preview.data : null;
  const publishing = useAct('templates', id, w.published, () => {
    keepContent(user.id, id, basedOn, null);
    onClose();
  });
  const sent = cites ? paperSent(paper) : null;
  const publish = (): void => {
    if (shown)
      publishing.send(
        { ...command(reason.trim()), ...(sent ? { paper: sent } : {}) },
        { expectedVersion: shown.version },
      );
  };
  const discard = (): void => {
    if (isChanged && !window.confirm(w.discardSure)) return;
    keepContent(user.id, id, basedOn, null);
    onClose();
  };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {w.publishTitle(basedOn + 1)}
        </Title>
        <Group gap="sm">
          <Button variant="default" onClick={onClose}>
            {w.leave}
          </Button>
          <Button variant="default" onClick={discard}>
            {w.discard}
          </Button>
        </Group>
      </Group>
      <Text c="dimmed" maw="75ch">
        {w.publishWhat} {restored && w.restored}
      </Text>
      <Section
        title={w.tasks}
        aside={
          <Button variant="default" leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setEdited('new')}>
            {w.add}
          </Button>
        }
      >
        <Tasks
          content={content}
          acts={(task) => (
            <Group gap={4} wrap="nowrap" justify="flex-end">
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconPencil aria-hidden size={14} />}
                aria-label={w.editN(task.code)}
                onClick={() => setEdited(task)}
              >
                {w.edit}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={w.removeN(task.code)}
                onClick={() => change(withoutTask(content, task.code))}
              >
                <IconTrash aria-hidden size={16} />
              </Button>
            </Group>
          )}
        />
      </Section>
      <LadderEditor ladder={content.ladder} onChange={(ladder) => change({ ...content, ladder })} />
      <Section title={w.check}>
        <div aria-live="polite">
          {!isChanged && <Text c="dimmed">{w.unchanged}</Text>}
          {isChanged && !isFresh && <Text c="dimmed">{w.checking}</Text>}
          {shown && (
            <Sign icon={IconCheck} hue="green">
              {w.sound}
            </Sign>
          )}
          {isChanged && isFresh && preview.data && !preview.data.accepted && (
            <Broken error={new Refused(preview.data.problem)} />
          )}
          {preview.error && <Broken error={preview.error} onRetry={() => void preview.refetch()} />}
        </div>
        <ReasonField value={reason} onChange={setReason} />
        <Checkbox label={w.paper} checked={cites} onChange={({ currentTarget }) => setCites(currentTarget.checked)} />
        {cites && <PaperFields paper={paper} onChange={setPaper} withForm={false} />}
        {publishing.error && (
          <Alert variant="transparent" p={0}>
            <Broken error={publishing.error} />
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            onClick={publish}
            loading={publishing.sending}
            disabled={!shown || reason.trim() === '' || (cites && !sent)}
          >
            {w.publishN(basedOn + 1)}
          </Button>
        </Group>
      </Section>
      {edited && (
        <TaskDialog
          content={content}
          task={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onKeep={(task) => {
            change(withTask(content, task, edited === 'new' ? null : edited.code));
            setEdited(null);
          }}
        />
      )}
    </Stack>
  );
};
