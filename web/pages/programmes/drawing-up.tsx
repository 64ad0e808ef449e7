/** A draft: the steps to its signing in order, what each still lacks, who does it, and its act for who may. */
import { Button, Text } from '@mantine/core';
import { IconCheck, IconCircle, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Sign } from '../../parts/marks.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { bodyWords } from '../../words/bodies.ts';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { DefineIndicator } from './indicator-dialog.tsx';
import { type Programme, useRights } from './rights.ts';
import { HoldConference, SignProgramme } from './signing.tsx';
import { acts } from './words-acts.ts';

type Name = 'parties' | 'indicators' | 'conference' | 'signing';
interface Step {
  readonly name: Name;
  readonly title: string;
  readonly state: 'done' | 'missing' | 'optional';
  readonly told: string;
  readonly who: string;
}

const untargeted = (file: Programme): string[] =>
  file.indicators
    .filter(({ comparator, history }) => comparator !== null && history.length === 0)
    .map(({ code }) => code);

const useSteps = (file: Programme): readonly Step[] => {
  const w = useWords(acts);
  const say = useSay();
  const { indicators, conference, kind, parties, keepers, approvers } = file;
  const named = (bodies: readonly string[]): string => bodies.map((body) => say(bodyWords(body))).join('; ');
  const by = named(keepers);
  const signers = named([...new Set([...approvers, ...parties.map(({ body }) => body)])]);
  const bare = untargeted(file);
  const lacks = [
    ...(indicators.length === 0 ? [w.stepIndicators] : []),
    ...(kind === 'coordination' && !conference ? [w.stepConference] : []),
  ];
  const count = indicators.length === 0 ? w.noIndicators : w.indicatorsDefined(indicators.length);
  return [
    { name: 'parties', title: w.stepParties, state: 'done', told: w.partiesNamed(parties.length), who: by },
    {
      name: 'indicators',
      title: w.stepIndicators,
      state: indicators.length === 0 ? 'missing' : 'done',
      told: [count, ...(bare.length > 0 ? [w.withoutTarget(bare.join(', '))] : [])].join('. '),
      who: by,
    },
    {
      name: 'conference',
      title: w.stepConference,
      state: conference ? 'done' : kind === 'coordination' ? 'missing' : 'optional',
      told: conference ? w.conferenceOn(dateText(conference.date)) : w.noConference,
      who: by,
    },
    {
      name: 'signing',
      title: w.stepSigning,
      state: 'missing',
      told: lacks.length > 0 ? w.signAfter(lacks.join(', ')) : w.readyToSign,
      who: w.headOf(signers),
    },
  ];
};

const MARKS = {
  done: [IconCheck, 'green'],
  missing: [IconCircle, 'blue'],
  optional: [IconCircleDashed, 'grey'],
} as const;

const State = ({ step }: { readonly step: Step }): ReactNode => {
  const w = useWords(acts);
  const [icon, hue] = MARKS[step.state];
  return (
    <>
      <Sign icon={icon} hue={hue}>
        {w[step.state]}
      </Sign>
      <Text size="sm" c="dimmed">
        {step.told}
      </Text>
    </>
  );
};

export const DrawingUp = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(acts);
  const { drafts, signs } = useRights(file);
  const steps = useSteps(file);
  const [dialog, setDialog] = useState<Name | null>(null);
  const close = (): void => setDialog(null);
  const isReady = file.indicators.length > 0 && (file.kind !== 'coordination' || file.conference !== null);
  const names: Readonly<Record<Name, string | null>> = {
    parties: null,
    indicators: drafts ? w.addIndicator : null,
    conference: drafts && file.parties.length > 1 ? w.holdConference : null,
    signing: signs && isReady ? w.sign : null,
  };
  return (
    <Section title={w.drawing}>
      <Rows
        rows={steps}
        rowKey={({ name }) => name}
        caption={w.drawing}
        columns={[
          { key: 'step', head: w.step, isTitle: true, cell: ({ title }) => <Text fw={600}>{title}</Text> },
          { key: 'state', head: w.state, cell: (step) => <State step={step} /> },
          { key: 'who', head: w.who, cell: ({ who }) => <Text size="sm">{who}</Text> },
          {
            key: 'act',
            head: w.act,
            cell: ({ name }) =>
              names[name] === null ? (
                '–'
              ) : (
                <Button
                  size="compact-sm"
                  variant={name === 'signing' ? 'filled' : 'default'}
                  onClick={() => setDialog(name)}
                >
                  {names[name]}
                </Button>
              ),
          },
        ]}
      />
      {dialog === 'indicators' && <DefineIndicator file={file} onClose={close} />}
      {dialog === 'conference' && <HoldConference file={file} onClose={close} />}
      {dialog === 'signing' && <SignProgramme file={file} onClose={close} />}
    </Section>
  );
};
