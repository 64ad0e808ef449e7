/** The sentence that a leader reads first, and at most five tasks that it rests on. */
import { Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { ReadyMark, Sign, TaskMark } from '../../../parts/marks.tsx';
import { type Column, Rows } from '../../../parts/rows.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { headWords } from '../../../words/bodies.ts';
import { dateText, dayOf, distanceText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { blockedGates, type Reason, reasonsOf } from './reasons.ts';
import { said } from './words.ts';

type File = Schemas['ExerciseFile'];
const AT_MOST = 5;

/** "CHƯA SẴN SÀNG – … còn 9 ngày làm việc đến ngày T. 2 việc chặn cổng G5." */
const Sentence = ({ file, reasons }: { readonly file: File; readonly reasons: readonly Reason[] }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { verdict } = file.readiness;
  const { gates, tasks } = blockedGates(reasons);
  const where =
    file.phase === 'running'
      ? w.running
      : file.phase === 'reviewing'
        ? w.reviewing
        : file.workingDaysLeft !== null && file.workingDaysLeft >= 0
          ? w.left(distanceText(file.workingDaysLeft, language))
          : null;
  const why =
    verdict === 'none'
      ? w.noVerdict
      : gates.length > 0
        ? w.blocking(tasks, gates.join(', '))
        : reasons.length > 0
          ? w.late(reasons.length)
          : w.onTrack;
  return (
    <p className="verdict" data-verdict={verdict}>
      <ReadyMark file={file} />
      <span>
        {' – '}
        <PageLink to="/dien-tap/$id" params={{ id: file.id }} inherit>
          {file.theme}
        </PageLink>
        {where && `, ${where}`}. <b>{why}</b>
      </span>
    </p>
  );
};

const Reasons = ({ file, reasons }: { readonly file: File; readonly reasons: readonly Reason[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const asOf = useAsOf();
  const blocked = ({ blocks }: Reason): string => {
    if (!blocks) return w.blocksNothing;
    return (blocks.kind === 'gate' ? w.gateOn : w.taskOn)(blocks.code, dateText(blocks.date));
  };
  const columns: readonly Column<Reason>[] = [
    {
      key: 'what',
      head: w.what,
      isTitle: true,
      cell: ({ task }) => (
        <>
          <b>{task.code}</b> {say(task.title)}
          <div className="reason-state">
            <TaskMark status={task.status} />
            {task.mark === 'overdue' && (
              <Sign icon={IconAlertTriangle} hue="red">
                {distanceText(task.workingDaysLeft, language)}
              </Sign>
            )}
          </div>
        </>
      ),
    },
    {
      key: 'holder',
      head: w.holder,
      cell: ({ task }) => (
        <>
          {say(task.holderName)}
          <Text size="sm" c="dimmed">
            {say(headWords(task.holder))}
          </Text>
        </>
      ),
    },
    { key: 'since', head: w.since, cell: ({ task }) => <span className="figures">{dateText(dayOf(task.since))}</span> },
    { key: 'blocks', head: w.blocks, cell: blocked },
    {
      key: 'see',
      head: <span className="only-heard">{w.see}</span>,
      cell: ({ task }) => (
        <PageLink
          to="/viec/$exercise/$code"
          params={{ exercise: file.id, code: task.code }}
          search={(asOf ? { ngay: asOf } : {}) as never} // the root's search: short strings
          className="no-print"
        >
          {w.see}
          <span className="only-heard"> {task.code}</span>
        </PageLink>
      ),
    },
  ];
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="because">
      <Title order={2} size="h4" id="because" mb={4}>
        {w.because}
      </Title>
      <Rows
        rows={reasons.slice(0, AT_MOST)}
        columns={columns}
        rowKey={({ task }) => task.code}
        caption={w.becauseTable}
      />
      {reasons.length > AT_MOST && (
        <PageLink to="/dien-tap/$id" params={{ id: file.id }} size="sm">
          {w.moreReasons(reasons.length - AT_MOST)}
        </PageLink>
      )}
    </section>
  );
};

export const Verdict = ({ id }: { readonly id: string }): ReactNode => {
  const asOf = useAsOf();
  const input = { path: { id }, ...(asOf ? { query: { asOf } } : {}) };
  const file = useRead('/api/v1/exercises/{id}', input, { keepLast: true });
  const list = useRead('/api/v1/exercises/{id}/checklist', input, { keepLast: true });
  return (
    <Shown read={file} lines={4}>
      {(shown) => {
        const reasons = reasonsOf(shown, list.data?.tasks ?? []);
        return (
          <>
            {list.data ? <Sentence file={shown} reasons={reasons} /> : <Shown read={list}>{() => null}</Shown>}
            <Reasons file={shown} reasons={reasons} />
          </>
        );
      }}
    </Shown>
  );
};
