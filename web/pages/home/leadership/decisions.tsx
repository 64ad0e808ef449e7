/** What waits for a decision: the reader's own first, each with its act for whom his duty lets decide. */
import { Anchor, Button, Card, Group, Text, Title } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWriting } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { dateText, dayOf } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { said as acts } from './decide-words.ts';
import { said } from './words.ts';

type Decision = Schemas['Decision'];
type Opened = 'pass' | 'grant' | 'refuse' | 'settle' | 'answer';

const dialogs = () => import('./dialogs.tsx');
const PassGate = lazy(() => dialogs().then((each) => ({ default: each.PassGate })));
const DecideExtension = lazy(() => dialogs().then((each) => ({ default: each.DecideExtension })));
const SettleScore = lazy(() => dialogs().then((each) => ({ default: each.SettleScore })));
const AnswerCity = lazy(() => dialogs().then((each) => ({ default: each.AnswerCity })));

const ACTS: Readonly<Record<Decision['kind'], readonly Opened[]>> = {
  gate: ['pass'],
  second: ['pass'],
  override: [], // asks for reason and basis: on the file
  extension: ['grant', 'refuse'],
  score: ['settle'],
  city: ['answer'],
};
const TABS: Readonly<Record<Decision['kind'], string>> = {
  gate: 'tong-quan',
  second: 'tong-quan',
  override: 'tong-quan',
  extension: 'viec',
  score: 'rut-kinh-nghiem',
  city: 'tong-quan',
};

const Opening = ({
  decision,
  opened,
  onClose,
}: {
  readonly decision: Decision;
  readonly opened: Opened;
  readonly onClose: () => void;
}): ReactNode => {
  const dialog = { decision, onClose };
  switch (opened) {
    case 'pass':
      return <PassGate {...dialog} />;
    case 'grant':
    case 'refuse':
      return <DecideExtension {...dialog} granted={opened === 'grant'} />;
    case 'settle':
      return <SettleScore {...dialog} />;
    case 'answer':
      return <AnswerCity {...dialog} />;
    default:
      return opened satisfies never;
  }
};

const Item = ({ decision }: { readonly decision: Decision }): ReactNode => {
  const w = useWords(said);
  const a = useWords(acts);
  const say = useSay();
  const [opened, setOpened] = useState<Opened | null>(null);
  const writing = useWriting(decision.exercise, decision.key);
  const who = decision.deciders.map(({ name }) => say(name)).join(', ');
  const since = decision.since ? w.waits(dateText(dayOf(decision.since))) : null;
  return (
    <Card component="li" withBorder padding="sm">
      <Text fw={600} className="decision-line">
        {say(decision.title)}
      </Text>
      <Text size="sm" className="decision-line">
        {say(decision.unitName)}
        {since && ` · ${since}`}
      </Text>
      <Text size="sm" mt={2} className="decision-text">
        {say(decision.text)}
      </Text>
      {!decision.yours && (
        <Text size="sm" c="dimmed">
          {w.decidedBy(who)}
        </Text>
      )}
      <Group gap="sm" mt="xs" className="no-print">
        {decision.yours &&
          ACTS[decision.kind].map((act, n) => (
            <Button
              key={act}
              size="compact-md"
              variant={n === 0 ? 'filled' : 'default'}
              loading={writing}
              onClick={() => setOpened(act)}
            >
              {a[act]}
              <span className="only-heard">: {say(decision.title)}</span>
            </Button>
          ))}
        <PageLink
          to="/dien-tap/$id/$tab"
          params={{ id: decision.exercise, tab: TABS[decision.kind] }}
          size="sm"
          preload={false}
        >
          {a.see}
          <span className="only-heard">: {say(decision.title)}</span>
        </PageLink>
        <output className="quiet">{writing ? a.writing : ''}</output>
      </Group>
      {opened && (
        <Suspense>
          <Opening decision={decision} opened={opened} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </Card>
  );
};

const AT_MOST = 5;

const Items = ({ decisions }: { readonly decisions: readonly Decision[] }): ReactNode => {
  const w = useWords(said);
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="cards">
        {(all ? decisions : decisions.slice(0, AT_MOST)).map((decision) => (
          <Item key={decision.key} decision={decision} />
        ))}
      </ul>
      {!all && decisions.length > AT_MOST && (
        <Anchor component="button" type="button" size="sm" mt="xs" onClick={() => setAll(true)}>
          {w.showAll(decisions.length)}
        </Anchor>
      )}
    </>
  );
};

export const Decisions = (): ReactNode => {
  const w = useWords(said);
  const read = useRead('/api/v1/decisions');
  return (
    <section aria-labelledby="decisions">
      <Title order={2} size="h4" id="decisions" mb={4}>
        {w.decisions}
      </Title>
      <Shown read={read} lines={3}>
        {({ decisions }) => {
          const own = decisions.filter(({ yours }) => yours);
          const others = decisions.filter(({ yours }) => !yours);
          return (
            <>
              {own.length === 0 ? <Text c="dimmed">{w.noDecisions}</Text> : <Items decisions={own} />}
              {others.length > 0 && (
                <details className="others no-print">
                  <summary>{w.others(others.length)}</summary>
                  <Items decisions={others} />
                </details>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
};
