/** Who scores a domain of the sheet, and whose work it judges: nobody scores what his own body did. */
import { ActionIcon, Button, Group, Menu, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { BodyField } from '../../../parts/body-field.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said } from './panel-words.ts';

type Review = Schemas['Review'];
interface OfDomain {
  readonly review: Review;
  readonly domain: Review['scores'][number];
}
type Dialog = OfDomain & { readonly onClose: () => void };
interface Line {
  /** Tells lines apart while they are edited. */
  readonly key: number;
  readonly person: string;
  readonly body: string | null;
}

const Lines = ({
  lines,
  onChange,
  withPerson,
}: {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
  readonly withPerson: boolean;
}): ReactNode => {
  const w = useWords(said);
  const change = (key: number, part: Partial<Line>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <Stack gap="sm">
      {lines.map(({ key, person, body }, n) => (
        <Group key={key} gap="xs" align="flex-start" wrap="nowrap">
          {withPerson && (
            <TextInput
              label={w.person}
              description={w.personWhat}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={person}
              onChange={({ currentTarget }) => change(key, { person: currentTarget.value.trim().toLowerCase() })}
              maxLength={40}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              required
              w="12rem"
            />
          )}
          <div style={{ flex: 1 }}>
            <BodyField label={w.body} value={body} onChange={(chosen) => change(key, { body: chosen })} />
          </div>
          <ActionIcon
            variant="default"
            size="lg"
            mt={26}
            aria-label={w.removeN(n + 1)}
            onClick={() => onChange(lines.filter((line) => line.key !== key))}
          >
            <IconTrash aria-hidden size={18} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        w="fit-content"
        leftSection={<IconPlus aria-hidden size={18} />}
        onClick={() =>
          onChange([...lines, { key: 1 + Math.max(-1, ...lines.map(({ key }) => key)), person: '', body: null }])
        }
      >
        {withPerson ? w.addScorer : w.addBody}
      </Button>
    </Stack>
  );
};

const AssignScorers = ({ review, domain, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [lines, setLines] = useState<readonly Line[]>(domain.scorers.map((each, key) => ({ key, ...each })));
  const [touched, setTouched] = useState(false);
  const act = useAct('reviews', review.id, w.done, onClose);
  const scorers = lines.flatMap(({ person, body }) => (person !== '' && body ? [{ person, body }] : []));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({ type: 'AssignScorers', domain: domain.domain, scorers }, { expectedVersion: review.version })
      }
      title={w.scorersTitle(say(domain.name))}
      button={w.scorersThis(scorers.length)}
      effect={<Text size="sm">{w.scorersWhat}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={!touched || scorers.length < lines.length}
      dirty={touched}
    >
      <Lines
        lines={lines}
        onChange={(next) => {
          setTouched(true);
          setLines(next);
        }}
        withPerson
      />
    </ActDialog>
  );
};

const SetScoredBodies = ({ review, domain, onClose }: Dialog): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [lines, setLines] = useState<readonly Line[]>(
    domain.scoredBodies.map((body, key) => ({ key, person: '', body })),
  );
  const [reason, setReason] = useState('');
  const act = useAct('reviews', review.id, w.done, onClose);
  const bodies = lines.flatMap(({ body }) => (body ? [body] : []));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send(
          { type: 'SetScoredBodies', domain: domain.domain, bodies, reason: reason.trim() },
          { expectedVersion: review.version },
        )
      }
      title={w.bodiesTitle(say(domain.name))}
      button={w.bodiesThis(bodies.length)}
      effect={<Text size="sm">{w.bodiesWhat}</Text>}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === '' || bodies.length < lines.length}
      dirty={reason !== ''}
    >
      <Lines lines={lines} onChange={setLines} withPerson={false} />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

/** The menu of a domain's row. */
export const PanelActs = ({
  review,
  domain,
  withBodies,
}: OfDomain & {
  /** Whose work is judged is said by the head of the steering board alone. */
  readonly withBodies: boolean;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [opened, setOpened] = useState<'scorers' | 'bodies' | null>(null);
  const dialog = { review, domain, onClose: () => setOpened(null) };
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={w.menu(say(domain.name))}>
            <IconUsers aria-hidden size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpened('scorers')}>{w.scorers}…</Menu.Item>
          {withBodies && <Menu.Item onClick={() => setOpened('bodies')}>{w.bodies}…</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {opened === 'scorers' && <AssignScorers {...dialog} />}
      {opened === 'bodies' && <SetScoredBodies {...dialog} />}
    </>
  );
};
