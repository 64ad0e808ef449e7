/** "Thông qua cổng" where nothing is in the way, "Thông qua có điều kiện" for the head of the steering board, and corrections. */
import { Button, Group, Menu } from '@mantine/core';
import { IconChecks, IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWriting } from '../../../client/command.ts';
import type { Schemas } from '../../../client/http.ts';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { useWords } from '../../../words/language.tsx';
import { mayPassGate } from '../rights.ts';
import type { File } from '../tabs.ts';
import { useMay } from '../use-file.ts';
import { PassGate } from './pass-gate.tsx';
import { ReopenGate, RuleGate } from './rule-gate.tsx';
import { said } from './words.ts';

type Gate = Schemas['Gate'];

/** What no override replaces: gates go in order, and what has not been held is not closed. */
const isAbsolute = ({ kind }: Schemas['Blocker']): boolean => kind === 'gate' || kind === 'run';

const BEFORE_RUN: readonly File['phase'][] = ['planned', 'preparing', 'ready'];

export const GateActs = ({
  file,
  gate,
  describedBy,
}: {
  readonly file: File;
  readonly gate: Gate;
  readonly describedBy: string;
}): ReactNode => {
  const w = useWords(said);
  const may = useMay(file);
  const asOf = useAsOf();
  const [opened, setOpened] = useState<'pass' | 'override' | 'reopen' | 'rule' | null>(null);
  const writing = useWriting(file.id, gate.code);
  const isCurrent = gate.state === 'open' || gate.state === 'blocked';
  const blocked = gate.blockers.length > 0;
  const isLastPassed = gate.passed !== null && file.gates.findLast(({ passed }) => passed)?.code === gate.code;
  const { acting, user } = useMe();
  // nobody is asked twice: the other word comes from another person
  const hasSigned = gate.approvals.some(({ by }) => by.person === user.person);
  const isDecider = asOf === undefined && isCurrent && !hasSigned && mayPassGate(file, gate, acting);
  const mayOverride = may('override') || gate.approvals.some(({ withConditions }) => withConditions);
  const mayReopen = isLastPassed && may('ruleGate') && BEFORE_RUN.includes(file.phase);
  const mayRule = !gate.passed && gate.approvals.length === 0 && may('ruleGate');
  const close = (): void => setOpened(null);
  const dialog = { file, gate, onClose: close };
  return (
    <Group gap="sm" className="no-print">
      {isDecider && (
        <Button
          leftSection={<IconChecks aria-hidden size={18} />}
          disabled={blocked}
          loading={writing}
          aria-describedby={blocked ? describedBy : undefined}
          onClick={() => setOpened('pass')}
          className="primary-act"
        >
          {w.pass}
        </Button>
      )}
      {isDecider && blocked && mayOverride && !gate.blockers.some(isAbsolute) && (
        <Button variant="default" onClick={() => setOpened('override')}>
          {w.withConditions}
        </Button>
      )}
      {(mayReopen || mayRule) && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" px="xs" aria-label={`${gate.code}: ${w.reopen}, ${w.needTwo}`}>
              <IconDots aria-hidden size={18} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayReopen && <Menu.Item onClick={() => setOpened('reopen')}>{w.reopen}…</Menu.Item>}
            {mayRule && (
              <Menu.Item onClick={() => setOpened('rule')}>{gate.twoPersons ? w.needOne : w.needTwo}…</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {(opened === 'pass' || opened === 'override') && <PassGate {...dialog} withConditions={opened === 'override'} />}
      {opened === 'reopen' && <ReopenGate {...dialog} />}
      {opened === 'rule' && <RuleGate {...dialog} />}
    </Group>
  );
};
