/** What the cells of the register say, and the acts on a paper. */
import { ActionIcon, Button, Menu, Text } from '@mantine/core';
import { IconBan, IconCheck, IconDots, IconFileAlert, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import type { OpenPaperAct } from './dialogs.tsx';
import type { Row } from './register-rows.ts';
import { said } from './words.ts';

export const StateCell = ({ file, row }: { readonly file: File; readonly row: Row }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (row.missing)
    return (
      <>
        <Sign icon={IconFileAlert} hue="amber">
          {w.notYet}
        </Sign>
        <Text size="sm" c="dimmed">
          {row.missing.gate && w.neededAt(row.missing.gate)}
          {row.missing.needs.length > 0 &&
            `; ${w.waitsFor(row.missing.needs.map((need) => say(PAPERS[need])).join(', '))}`}
        </Text>
      </>
    );
  if (!row.on) return null;
  const { state, stateLabel, amendments, revoked, source, task } = row.on;
  const [icon, hue] =
    state === 'revoked'
      ? ([IconBan, 'grey'] as const)
      : state === 'amended'
        ? ([IconPencil, 'blue'] as const)
        : ([IconCheck, 'plain'] as const);
  return (
    <>
      <Sign icon={icon} hue={hue}>
        {say(stateLabel)}
      </Sign>
      <Text size="sm" c="dimmed" component="div">
        {amendments.map(({ by, reason }) => (
          <div key={by.number}>{w.amendedBy(by.number, dateText(by.date), reason)}</div>
        ))}
        {revoked && <div>{w.revokedBy(revoked.by.number, dateText(revoked.by.date), revoked.reason)}</div>}
        {source === 'evidence' && task && (
          <div>
            {w.byEvidence}{' '}
            <PageLink
              to="/viec/$exercise/$code"
              params={{ exercise: file.id, code: task }}
              size="sm"
              underline="always"
            >
              {task}
            </PageLink>
          </div>
        )}
      </Text>
    </>
  );
};

export const HangsCell = ({ row }: { readonly row: Row }): ReactNode => {
  const w = useWords(said);
  const { papers = [], tasks = [], gates = [] } = row.on?.hangsOn ?? {};
  const parts = [
    ...(papers.length > 0 ? [w.papersN(papers.length)] : []),
    ...(tasks.length > 0 ? [w.tasksN(tasks.length)] : []),
    ...(gates.length > 0 ? [w.gatesN(gates.join(', '))] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : w.nothing;
};

export const ActsCell = ({ row, onAct }: { readonly row: Row; readonly onAct: OpenPaperAct }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (row.missing)
    return (
      <Button
        size="compact-sm"
        variant="default"
        disabled={row.missing.needs.length > 0}
        onClick={() => onAct('enter', row.slot)}
      >
        {w.enter}
      </Button>
    );
  if (!row.on || row.on.state === 'revoked') return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={w.actsOf(say(row.on.name))} size="lg">
          <IconDots aria-hidden size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {row.on.source === 'evidence' && <Menu.Item onClick={() => onAct('enter', row.slot)}>{w.enter}…</Menu.Item>}
        <Menu.Item onClick={() => onAct('amend', row.slot)}>{w.amend}…</Menu.Item>
        <Menu.Item onClick={() => onAct('revoke', row.slot)}>{w.revoke}…</Menu.Item>
        <Menu.Item onClick={() => onAct('classify', row.slot)}>{w.classify}…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
