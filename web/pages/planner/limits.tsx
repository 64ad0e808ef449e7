/** The limits that the solver keeps: shares, gaps, teams, vehicles, closed months, pilots, clusters, pairs, soft rules. */
import { Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { RULE_NAMES } from '../../../domain/labels/words-rollout.ts';
import { type RollOutRules, RULE_KINDS, type RuleKind } from '../../../domain/rollout/problem.ts';
import { CountField, readCount } from '../../parts/count-field.tsx';
import { useLanguage, useWords } from '../../words/language.tsx';
import type { Basis, Table } from './draft.ts';
import { Clashes, Clusters, Pilots, Windows } from './limit-lists.tsx';
import { said } from './words.ts';

/** A whole number as typed; what is no number stays in the field and changes nothing. */
const Count = ({
  label,
  value,
  most,
  empty,
  onChange,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly most: number;
  /** What an empty field means; absent where a number is needed. */
  readonly empty?: string;
  readonly onChange: (value: number | null) => void;
}): ReactNode => {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const change = (text: string): void => {
    setTyped(text);
    const count = readCount(text);
    if (text === '' && empty !== undefined) onChange(null);
    else if (count !== null && count <= most) onChange(count);
  };
  const count = readCount(typed);
  const wrong = typed === '' ? empty === undefined : count === null || count > most;
  return <CountField label={label} value={typed} onChange={change} description={empty} error={wrong} />;
};

export const Limits = ({
  basis,
  table,
  onChange,
}: {
  readonly basis: Basis;
  readonly table: Table;
  readonly onChange: (change: Partial<Pick<Table, 'rules' | 'theme' | 'vehicles'>>) => void;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { rules } = table;
  const set = (change: Partial<RollOutRules>): void => onChange({ rules: { ...rules, ...change } });
  const each = Object.values(table.vehicles);
  const alike = each.every((count) => count === each[0]) ? (each[0] ?? 0) : null;
  const soften = (kind: RuleKind, isSoft: boolean): void =>
    set({ soft: isSoft ? [...rules.soft, kind] : rules.soft.filter((other) => other !== kind) });
  return (
    <Stack gap="md">
      <Group grow preventGrowOverflow={false} align="flex-start">
        <Count
          label={w.floor}
          value={rules.floorPercent}
          most={100}
          onChange={(n) => n !== null && set({ floorPercent: n })}
        />
        <Count
          label={w.ceiling}
          value={rules.ceilingPercent}
          most={100}
          onChange={(n) => n !== null && set({ ceilingPercent: n })}
        />
        <Count
          label={w.minGap}
          value={rules.minGapYears}
          most={20}
          onChange={(n) => n !== null && set({ minGapYears: n })}
        />
        <Count
          label={w.pilotYears}
          value={rules.pilotYears}
          most={10}
          onChange={(n) => n !== null && n > 0 && set({ pilotYears: n })}
        />
      </Group>
      <Group grow preventGrowOverflow={false} align="flex-start">
        <Count
          label={w.teams}
          value={rules.teamsPerMonth}
          most={400}
          empty={w.noLimit}
          onChange={(n) => set({ teamsPerMonth: n })}
        />
        <Count
          label={w.vehicles}
          value={rules.vehiclesPerMonth}
          most={100_000}
          empty={w.noLimit}
          onChange={(n) => set({ vehiclesPerMonth: n })}
        />
        <Count
          label={w.vehiclesEach}
          value={alike}
          most={10_000}
          onChange={(n) =>
            n !== null && onChange({ vehicles: Object.fromEntries(basis.communes.map(({ id }) => [id, n])) })
          }
        />
      </Group>
      <Windows rules={rules} onChange={set} />
      <Pilots basis={basis} rules={rules} onChange={set} />
      <Clusters basis={basis} rules={rules} onChange={set} />
      <Clashes basis={basis} rules={rules} onChange={set} />
      <fieldset>
        <legend>{w.soft}</legend>
        <Group gap="md">
          {RULE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              label={RULE_NAMES[kind][language]}
              checked={rules.soft.includes(kind)}
              onChange={({ currentTarget }) => soften(kind, currentTarget.checked)}
            />
          ))}
        </Group>
      </fieldset>
      <TextInput
        label={w.theme}
        value={table.theme}
        maxLength={300}
        required
        onChange={({ currentTarget }) => onChange({ theme: currentTarget.value })}
      />
    </Stack>
  );
};
