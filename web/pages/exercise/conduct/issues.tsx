/** Issues that the rehearsals showed: who owns each, by when, and its steps until another body confirms it. */
import { Button, Group, Select, Textarea, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircle, IconHourglass } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { STEP_NAMES } from '../../../../domain/labels/words-preparation.ts';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords, words } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { STEPS } from './rehearsals.tsx';
import { mayObserve } from './rights.ts';
import { said as run } from './words.ts';

type Issue = Schemas['RehearsalIssue'];
type ActCode = 'CloseIssue' | 'ConfirmIssue' | 'ReturnIssue' | 'CarryIssue';

const said = words({
  what: ['Vướng mắc', 'Issue'],
  owner: ['Chủ trì', 'Owner'],
  due: ['Hạn', 'Deadline'],
  state: ['Trạng thái', 'State'],
  overdue: ['Quá hạn', 'Overdue'],
  CloseIssue: ['Báo đã khắc phục', 'Report it settled'],
  ConfirmIssue: ['Xác nhận', 'Confirm'],
  ReturnIssue: ['Trả lại', 'Return'],
  CarryIssue: ['Chuyển sang buổi sau', 'Carry into a later rehearsal'],
  into: ['Kiểm tra lại ở', 'Tried again at'],
  evidence: ['Đã khắc phục thế nào', 'How it was settled'],
  done: ['Đã ghi.', 'Recorded.'],
});
const MARKS = {
  open: [IconCircle, 'blue'],
  closed: [IconHourglass, 'violet'],
  confirmed: [IconCheck, 'plain'],
} as const;

const IssueAct = ({
  file,
  issue,
  act: type,
  onClose,
}: {
  readonly file: File;
  readonly issue: Issue;
  readonly act: ActCode;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [text, setText] = useState('');
  const act = useAct('exercises', file.id, w.done, onClose);
  const later = STEPS.slice(STEPS.indexOf(issue.step) + 1);
  const [into, setInto] = useState(later[0] ?? null);
  const send = (): void => {
    if (type === 'ConfirmIssue') act.send({ type, issue: issue.id });
    else if (type === 'CloseIssue') act.send({ type, issue: issue.id, evidence: text.trim() });
    else if (type === 'ReturnIssue') act.send({ type, issue: issue.id, reason: text.trim() });
    else if (into) act.send({ type, issue: issue.id, into, reason: text.trim() });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={`${w[type]}: ${issue.id}`}
      button={`${w[type]} ${issue.id}`}
      effect={issue.text}
      error={act.error}
      sending={act.sending}
      disabled={type !== 'ConfirmIssue' && text.trim() === ''}
      dirty={text !== ''}
    >
      {type === 'CloseIssue' && (
        <Textarea
          id="field-evidence"
          label={w.evidence}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          maxLength={500}
          autosize
          minRows={2}
          required
        />
      )}
      {type === 'CarryIssue' && (
        <Select
          id="field-into"
          label={w.into}
          data={later.map((value) => ({ value, label: say(STEP_NAMES[value]) }))}
          value={into}
          onChange={(chosen) => setInto(later.find((each) => each === chosen) ?? null)}
          allowDeselect={false}
        />
      )}
      {(type === 'ReturnIssue' || type === 'CarryIssue') && <ReasonField value={text} onChange={setText} />}
    </ActDialog>
  );
};

export const Issues = ({ file }: { readonly file: File }): ReactNode => {
  const r = useWords(run);
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const asOf = useAsOf();
  const [opened, setOpened] = useState<{ readonly issue: Issue; readonly act: ActCode } | null>(null);
  const { data } = useRead('/api/v1/exercises/{id}/rehearsals', { path: { id: file.id }, query: useMomentQuery() });
  const issues = data?.rehearsals.flatMap((rehearsal) => rehearsal.issues) ?? [];
  if (issues.length === 0) return null;
  const actsOn = ({ status, owner, step }: Issue): ActCode[] => {
    if (asOf !== undefined || !acting) return [];
    if (acting.body === owner) return status === 'open' ? ['CloseIssue'] : [];
    if (status === 'confirmed' || !mayObserve(file)) return [];
    const carry: ActCode[] = step === STEPS.at(-1) ? [] : ['CarryIssue'];
    return status === 'closed' ? ['ConfirmIssue', 'ReturnIssue', ...carry] : carry;
  };
  const open = issues.filter(({ status }) => status !== 'confirmed').length;
  return (
    <section>
      <Title order={2} className="section-title">
        {r.issues} {open > 0 && `· ${r.issuesOpen(open)}`}
      </Title>
      <Rows
        rows={issues}
        rowKey={({ id }) => id}
        caption={r.issues}
        columns={[
          { key: 'what', head: w.what, isTitle: true, cell: ({ id, text }) => `${id} ${text}` },
          { key: 'owner', head: w.owner, cell: ({ ownerName }) => say(ownerName) },
          {
            ...{ key: 'due', head: w.due },
            cell: ({ due, overdue }) =>
              overdue ? (
                <Sign icon={IconAlertTriangle} hue="red">
                  {dateText(due)} · {w.overdue}
                </Sign>
              ) : (
                dateText(due)
              ),
          },
          {
            ...{ key: 'state', head: w.state },
            cell: ({ status, statusLabel }) => (
              <Sign icon={MARKS[status][0]} hue={MARKS[status][1]}>
                {say(statusLabel)}
              </Sign>
            ),
          },
          {
            ...{ key: 'acts', head: <span className="only-heard">{r.amend}</span> },
            cell: (issue) => (
              <Group gap="xs">
                {actsOn(issue).map((act) => (
                  <Button key={act} size="compact-sm" variant="default" onClick={() => setOpened({ issue, act })}>
                    {w[act]}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]}
      />
      {opened && <IssueAct file={file} {...opened} onClose={() => setOpened(null)} />}
    </section>
  );
};
