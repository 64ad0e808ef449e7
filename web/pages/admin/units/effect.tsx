/** What an act on the organisation would do: its sentences, old → new, and the files re-homed. */
import { Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ScrollTable } from '../../../parts/scroll-table.tsx';
import { dateText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

type Accepted = Extract<Schemas['Preview'], { accepted: true }>;

const REFORMS = ['UnitsMerged', 'UnitSplit', 'BodyEnded'];

/** Old → new of the bodies that a reform names, in the order given. */
export const handovers = ({ events }: Accepted): readonly (readonly [string, string])[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'BodyEnded') return [[String(data.body), String(data.into)] as const];
    if (type !== 'UnitsMerged' && type !== 'UnitSplit') return [];
    const { bodies } = data;
    return typeof bodies === 'object' && bodies !== null
      ? Object.entries(bodies).map(([from, to]) => [from, String(to)] as const)
      : [];
  });

const tasksIn = ({ events }: Accepted['followUps'][number]): number =>
  events.reduce((total, { data: { tasks } }) => total + (Array.isArray(tasks) ? tasks.length : 0), 0);

export const Effect = ({
  preview,
  effective,
}: {
  readonly preview: Accepted;
  readonly effective: string | null;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { data: exercises } = useRead('/api/v1/exercises');
  const { data: organisation } = useRead('/api/v1/organisation');
  const pairs = handovers(preview);
  const isReform = preview.events.some(({ type }) => REFORMS.includes(type));
  const names = new Map(
    (organisation?.units ?? []).flatMap(({ bodies }) => bodies.map(({ body, name }) => [body, say(name)] as const)),
  );
  const fileName = (stream: string): string => {
    const id = stream.slice(stream.indexOf('/') + 1);
    return exercises?.exercises.find((each) => each.id === id)?.theme ?? stream;
  };
  const waits = effective !== null && effective > preview.today;
  return (
    <section aria-label={w.effect} aria-live="polite" className="keep-together">
      <Title order={3} size="h5" mb={4}>
        {w.effect}
      </Title>
      <ul className="field-errors">
        {preview.events
          .filter(({ type }) => type !== 'ReformTookEffect')
          .map(({ version, sentence }) => (
            <li key={version}>{say(sentence)}</li>
          ))}
      </ul>
      {pairs.length > 0 && (
        <ScrollTable label={w.oldNew} heads={[w.oldBody, w.newBody]} minWidth={420} maxHeight={260}>
          {pairs.map(([from, to]) => (
            <Table.Tr key={from}>
              <Table.Td>{names.get(from) ?? from}</Table.Td>
              <Table.Td>→ {names.get(to) ?? to}</Table.Td>
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
      {isReform && (
        <Text size="sm" fw={600} mt="xs">
          {waits
            ? w.later(dateText(effective))
            : preview.followUps.length === 0
              ? w.noFiles
              : w.files(preview.followUps.length)}
        </Text>
      )}
      {preview.followUps.length > 0 && (
        <ul className="field-errors">
          {preview.followUps.map((each) => (
            <li key={each.stream}>
              {fileName(each.stream)}
              {': '}
              {each.refused ? each.refused.messages[language].what : w.tasksMove(tasksIn(each))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
