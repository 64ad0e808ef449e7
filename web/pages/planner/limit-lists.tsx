/** Limits that are lists: closed months, pilots, clusters, pairs that must not share a year. */
import { ActionIcon, Button, Group, MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { WINDOW_NAMES } from '../../../domain/labels/words-rollout.ts';
import {
  type ClosedWindow,
  type RollOutRules,
  WINDOW_KINDS,
  type WindowKind,
} from '../../../domain/rollout/problem.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Basis } from './draft.ts';
import { said } from './words.ts';

interface Listed {
  readonly rules: RollOutRules;
  readonly onChange: (change: Partial<RollOutRules>) => void;
}
interface Chosen extends Listed {
  readonly basis: Basis;
}
type CommuneId = RollOutRules['pilots'][number];

const useChoices = (basis: Basis): { value: string; label: string }[] => {
  const say = useSay();
  return basis.communes.map(({ id, name }) => ({ value: id, label: say(name) }));
};

const Removed = ({ what, onClick }: { readonly what: string; readonly onClick: () => void }): ReactNode => {
  const w = useWords(said);
  return (
    <ActionIcon variant="default" size={36} aria-label={w.remove(what)} onClick={onClick}>
      <IconTrash aria-hidden size={18} />
    </ActionIcon>
  );
};

const Added = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode => (
  <Button variant="default" mt="sm" leftSection={<IconPlus aria-hidden size={16} />} onClick={onClick}>
    {label}
  </Button>
);

/** An id that no other of the list has. */
const freeId = (prefix: string, taken: readonly { readonly id: string }[]): string => {
  let n = taken.length + 1;
  while (taken.some(({ id }) => id === `${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
};

/** `9, 10, 11` → months in order; what is no month is left out. */
const monthsIn = (typed: string): number[] =>
  [...new Set(typed.split(/[^\d]+/).map(Number))].filter((month) => month >= 1 && month <= 12).sort((a, b) => a - b);

const Months = ({
  window,
  onChange,
}: {
  readonly window: ClosedWindow;
  readonly onChange: (months: number[]) => void;
}) => {
  const w = useWords(said);
  const [typed, setTyped] = useState(window.months.join(', '));
  const change = (text: string): void => {
    setTyped(text);
    const months = monthsIn(text);
    if (months.length > 0) onChange(months);
  };
  return (
    <TextInput
      label={w.months}
      placeholder={w.monthsExample}
      value={typed}
      error={monthsIn(typed).length === 0}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
};

export const Windows = ({ rules, onChange }: Listed): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { windows } = rules;
  const set = (id: string, change: Partial<ClosedWindow>): void =>
    onChange({ windows: windows.map((each) => (each.id === id ? { ...each, ...change } : each)) });
  return (
    <fieldset>
      <legend>{w.windows}</legend>
      {windows.map((window) => (
        <Group key={window.id} gap="sm" align="flex-end" mb="xs">
          <NativeSelect
            label={w.windowKind}
            value={window.kind}
            onChange={({ currentTarget }) => set(window.id, { kind: currentTarget.value as WindowKind })} // of the list
            data={WINDOW_KINDS.map((kind) => ({ value: kind, label: WINDOW_NAMES[kind][language] }))}
          />
          <Months window={window} onChange={(months) => set(window.id, { months })} />
          <Removed
            what={WINDOW_NAMES[window.kind][language]}
            onClick={() => onChange({ windows: windows.filter(({ id }) => id !== window.id) })}
          />
        </Group>
      ))}
      <Added
        label={w.addWindow}
        onClick={() =>
          onChange({
            windows: [...windows, { id: freeId('thang', windows), kind: 'harvest', months: [5], communes: null }],
          })
        }
      />
    </fieldset>
  );
};

export const Pilots = ({ basis, rules, onChange }: Chosen): ReactNode => {
  const w = useWords(said);
  return (
    <MultiSelect
      label={w.pilots}
      searchable
      data={useChoices(basis)}
      value={[...rules.pilots]}
      onChange={(pilots) => onChange({ pilots: pilots as CommuneId[] })} // of the list
    />
  );
};

export const Clusters = ({ basis, rules, onChange }: Chosen): ReactNode => {
  const w = useWords(said);
  const data = useChoices(basis);
  const [name, setName] = useState('');
  const [members, setMembers] = useState<string[]>([]);
  const { clusters } = rules;
  const names = new Map(data.map(({ value, label }) => [value, label]));
  const add = (): void => {
    const cluster = { id: freeId('cum', clusters), name: name.trim(), communes: members as CommuneId[] }; // of the list
    onChange({ clusters: [...clusters, cluster] });
    setName('');
    setMembers([]);
  };
  return (
    <fieldset>
      <legend>{w.clusters}</legend>
      {clusters.map((cluster) => (
        <Group key={cluster.id} gap="sm" mb="xs">
          <span>
            {cluster.name}: {cluster.communes.map((id) => names.get(id) ?? id).join(', ')}
          </span>
          <Removed
            what={cluster.name}
            onClick={() => onChange({ clusters: clusters.filter(({ id }) => id !== cluster.id) })}
          />
        </Group>
      ))}
      <Group gap="sm" align="flex-end" grow preventGrowOverflow={false}>
        <TextInput
          label={w.clusterName}
          value={name}
          maxLength={120}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <MultiSelect label={w.members} searchable data={data} value={members} onChange={setMembers} />
      </Group>
      <Button variant="default" mt="sm" disabled={name.trim() === '' || members.length < 2} onClick={add}>
        {w.addCluster}
      </Button>
    </fieldset>
  );
};

export const Clashes = ({ basis, rules, onChange }: Chosen): ReactNode => {
  const w = useWords(said);
  const data = useChoices(basis);
  const [pair, setPair] = useState<{ a: string | null; b: string | null; why: string }>({ a: null, b: null, why: '' });
  const { clashes } = rules;
  const names = new Map(data.map(({ value, label }) => [value, label]));
  const both = (a: string, b: string): string => `${names.get(a) ?? a} – ${names.get(b) ?? b}`;
  const { a, b, why } = pair;
  const ready = a !== null && b !== null && a !== b && why.trim() !== '';
  const add = (): void => {
    onChange({ clashes: [...clashes, { a, b, why: why.trim() } as RollOutRules['clashes'][number]] }); // of the list
    setPair({ a: null, b: null, why: '' });
  };
  return (
    <fieldset>
      <legend>{w.clashes}</legend>
      <div className="plan-pairs">
        {clashes.map((clash) => (
          <Group key={`${clash.a}+${clash.b}`} gap="sm" mb="xs">
            <span>
              {both(clash.a, clash.b)} ({clash.why})
            </span>
            <Removed
              what={both(clash.a, clash.b)}
              onClick={() => onChange({ clashes: clashes.filter((each) => each !== clash) })}
            />
          </Group>
        ))}
      </div>
      <Group gap="sm" align="flex-end" grow preventGrowOverflow={false}>
        <Select label={w.clashA} searchable data={data} value={a} onChange={(id) => setPair({ ...pair, a: id })} />
        <Select label={w.clashB} searchable data={data} value={b} onChange={(id) => setPair({ ...pair, b: id })} />
        <TextInput
          label={w.clashWhy}
          placeholder={w.clashWhyExample}
          value={why}
          maxLength={120}
          onChange={({ currentTarget }) => setPair({ ...pair, why: currentTarget.value })}
        />
      </Group>
      <Button variant="default" mt="sm" disabled={!ready} onClick={add}>
        {w.addClash}
      </Button>
    </fieldset>
  );
};
