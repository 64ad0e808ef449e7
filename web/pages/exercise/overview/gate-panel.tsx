/** One gate: what keeps it shut and where each of these lies, or when, by whom and by which paper it was passed. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Fact, Facts, GateMark, Sign } from '../../../parts/marks.tsx';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { Blockers } from './blockers.tsx';
import { GateActs } from './gate-acts.tsx';
import { paperLine, WhoWhen } from './who.tsx';
import { said } from './words.ts';

type Gate = Schemas['Gate'];

const Passed = ({ gate }: { readonly gate: Gate }): ReactNode => {
  const { language } = useLanguage();
  const w = useWords(said);
  if (!gate.passed) return null;
  const { by, at, paper, override } = gate.passed;
  return (
    <Facts>
      <Fact label={w.passedBy}>
        <WhoWhen by={by} at={at} />
      </Fact>
      <Fact label={w.paper}>{paper ? paperLine(paper, language) : w.noPaper}</Fact>
      {override && (
        <Fact label={`${w.override}: ${override.blockers.join(', ')}`}>
          {w.overrideBasis(override.reason, override.basis)}
        </Fact>
      )}
    </Facts>
  );
};

const Approvals = ({ gate }: { readonly gate: Gate }): ReactNode => {
  const w = useWords(said);
  if (!gate.twoPersons) return null;
  return (
    <div>
      <Sign icon={IconUsers} hue="blue">
        {w.twoPersons}
      </Sign>{' '}
      {gate.approvals.length === 0 ? (
        !gate.passed && w.noApproval
      ) : (
        <>
          {w.approvals}:{' '}
          {gate.approvals.map(({ by, at }, index) => (
            <span key={at}>
              {index > 0 && '; '}
              <WhoWhen by={by} at={at} />
            </span>
          ))}
          . {!gate.passed && w.waitsSecond}
        </>
      )}
    </div>
  );
};

export const GatePanel = ({ file, gate }: { readonly file: File; readonly gate: Gate }): ReactNode => {
  const say = useSay();
  const w = useWords(said);
  const isCurrent = gate.state === 'open' || gate.state === 'blocked';
  const reasons = `why-${gate.code}`;
  return (
    <div className="gate-panel">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Group gap="md">
            <Title order={3}>
              {gate.code} {say(gate.name)}
            </Title>
            <GateMark state={gate.state} label={gate.label} />
          </Group>
          <GateActs file={file} gate={gate} describedBy={reasons} />
        </Group>
        <Approvals gate={gate} />
        {gate.passed ? (
          <Passed gate={gate} />
        ) : (
          <div id={reasons}>
            <Text fw={600} size="sm" mb={2}>
              {gate.blockers.length === 0 ? (isCurrent ? w.clear : w.nothingLeft) : isCurrent ? w.whyNot : w.notTurn}
            </Text>
            <Blockers file={file} gate={gate} />
          </div>
        )}
      </Stack>
    </div>
  );
};
