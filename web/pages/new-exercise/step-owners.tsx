/** Step 3: the version of the template, and who answers for each of its roles. */
import { Select, Stack, Table } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Failure, useRead } from '../../client/read.ts';
import { Sign } from '../../parts/marks.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useSay, useWords } from '../../words/language.tsx';
import type { WouldBe } from './preview.ts';
import { Deadlines } from './step-days.tsx';
import type { StepProps } from './step-what.tsx';
import { type Unit, useBodyChoices } from './units.ts';
import { said } from './words.ts';

/** Versions that serve the type and are not retired, newest first; the newest is taken where none is chosen. */
const TemplateChoice = ({ draft, change }: Pick<StepProps, 'draft' | 'change'>): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const read = useRead('/api/v1/templates', {});
  const fitting = (read.data?.templates ?? [])
    .filter(
      ({ exerciseTypes, retired }) => retired === null && draft.type !== null && exerciseTypes.includes(draft.type),
    )
    .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1));
  const label = ({ name, version, tasks }: (typeof fitting)[number]): string =>
    `${say(name)} · ${w.version(version)} · ${w.templateTasks(tasks)}`;
  return (
    <Select
      label={w.template}
      maw="40rem"
      placeholder={w.newest}
      clearable
      value={draft.template}
      onChange={(template) => change({ template, owners: {} })}
      data={fitting.map((each) => ({ value: `${each.id}@${each.version}`, label: label(each) }))}
    />
  );
};

const Owners = ({
  plan,
  draft,
  change,
  units,
}: Pick<StepProps, 'draft' | 'change'> & { readonly plan: WouldBe; readonly units: readonly Unit[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const choices = useBodyChoices(units, [draft.unit, draft.superior]);
  const bodies = useRead('/api/v1/bodies', {});
  const roles = new Map<string, string>((bodies.data?.bodies ?? []).map(({ code, name }) => [code, say(name)]));
  const known = new Set(choices.flatMap(({ items }) => items.map(({ value }) => value)));
  const gaps = plan.owners.filter(({ inForce }) => !inForce).length;
  return (
    <>
      {gaps > 0 && (
        <p role="status">
          <Sign icon={IconAlertTriangle} hue="red">
            {w.gaps(gaps)}
          </Sign>
        </p>
      )}
      <Table verticalSpacing={6} className="owners">
        <caption className="only-heard">{w.owners}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{w.role}</Table.Th>
            <Table.Th scope="col">{w.body}</Table.Th>
            <Table.Th scope="col" style={{ textAlign: 'right' }}>
              {w.taskCount}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {plan.owners.map(({ code, body, name, inForce, tasks }) => (
            <Table.Tr key={code}>
              <Table.Th scope="row" fw={400}>
                {roles.get(code) ?? code}
              </Table.Th>
              <Table.Td>
                <Select
                  aria-label={`${w.body}: ${roles.get(code) ?? code}`}
                  searchable
                  size="sm"
                  value={body}
                  allowDeselect={false}
                  onChange={(value) => {
                    if (value) change({ owners: { ...draft.owners, [code]: value } });
                  }}
                  data={known.has(body) ? choices : [{ value: body, label: say(name) }, ...choices]}
                  error={
                    inForce ? null : (
                      <Sign icon={IconAlertTriangle} hue="red">
                        {w.gap}
                      </Sign>
                    )
                  }
                />
              </Table.Td>
              <Table.Td className="figures" style={{ textAlign: 'right' }}>
                {tasks}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};

export const StepOwners = ({
  draft,
  change,
  preview,
  units,
  today,
}: Pick<StepProps, 'draft' | 'change'> & {
  readonly preview: UseQueryResult<readonly WouldBe[], Failure>;
  readonly units: readonly Unit[];
  readonly today: string;
}): ReactNode => {
  const w = useWords(said);
  const plan = preview.data?.[0];
  return (
    <Stack gap="md">
      <TemplateChoice draft={draft} change={change} />
      <Shown read={preview} lines={10}>
        {() =>
          plan && (
            <>
              <p className="quiet">{w.ownersHint}</p>
              <Owners plan={plan} draft={draft} change={change} units={units} />
              <details>
                <summary>{w.tasksOf(plan.tasks.length)}</summary>
                <Deadlines plan={plan} today={today} />
              </details>
            </>
          )
        }
      </Shown>
    </Stack>
  );
};
