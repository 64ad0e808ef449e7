/** Opens a programme of the reader's own locality: kind, title, parties, term, the papers it rests on. */
import { Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { PROGRAMME_KIND_NAMES } from '../../../domain/labels/words-programme.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { BodiesField } from '../../parts/body-field.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { emptyPaper, type PaperDraft, paperSent } from '../../parts/paper-fields.tsx';
import { useAct } from '../../parts/use-act.ts';
import { type Me, useMe } from '../../session/session.tsx';
import { plain } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { PaperSet } from './paper-set.tsx';
import { useOpener } from './rights.ts';
import { acts } from './words-acts.ts';

const KINDS = ['coordination', 'scheme', 'resolution', 'guidance'] as const;
type Kind = (typeof KINDS)[number];
type Duty = NonNullable<Me['acting']>;

const MOST_LETTERS = 60;
/** `tam-ky-chuong-trinh-phoi-hop-2022`; with a number behind it where the list has it already. */
export const programmeId = (unit: string, title: string, from: string, taken: readonly string[]): string => {
  const year = from.slice(0, 4);
  const words = plain(title).replace(/[^a-z0-9]+/g, '-');
  const room = MOST_LETTERS - unit.length - year.length - 5;
  const base = [unit, words.slice(0, Math.max(8, room)).replace(/^-+|-+$/g, ''), year].filter(Boolean).join('-');
  const number = [...Array(taken.length + 1).keys()].find((n) => !taken.includes(n === 0 ? base : `${base}-${n + 1}`));
  return number ? `${base}-${number + 1}` : base;
};

const useForm = (duty: Duty) => {
  const { today } = useMe();
  const [kind, setKind] = useState<Kind>('coordination');
  const [title, setTitle] = useState('');
  const [parties, setParties] = useState<string[]>([duty.body]);
  const [from, setFrom] = useState<string | null>(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState<string | null>(`${Number(today.slice(0, 4)) + 4}-12-31`);
  const [basis, setBasis] = useState<readonly PaperDraft[]>([]);
  const papers = basis.map(paperSent);
  const least = kind === 'coordination' ? 2 : 1;
  const isWhole = title.trim() !== '' && parties.length >= least && from && to && papers.every(Boolean);
  const command = isWhole && {
    ...{ type: 'OpenProgramme' as const, kind, title: title.trim(), orgUnit: duty.unit, parties },
    term: { from, to },
    basis: papers.filter((paper) => paper !== null),
  };
  return {
    ...{ kind, setKind, title, setTitle, parties, setParties, from, setFrom, to, setTo, basis, setBasis },
    command: command || null,
  };
};

const Basis = ({
  papers,
  onChange,
}: {
  readonly papers: readonly PaperDraft[];
  readonly onChange: (papers: readonly PaperDraft[]) => void;
}): ReactNode => {
  const w = useWords(acts);
  return (
    <Stack gap="sm">
      {papers.map((paper, n) => (
        <PaperSet
          key={n}
          legend={w.basisOf(n + 1)}
          paper={paper}
          onChange={(next) => onChange(papers.map((each, at) => (at === n ? next : each)))}
          path={`basis.${n}`}
          after={
            <Group>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`${w.remove}: ${w.basisOf(n + 1)}`}
                onClick={() => onChange(papers.filter((_, at) => at !== n))}
              >
                {w.remove}
              </Button>
            </Group>
          }
        />
      ))}
      <Group>
        <Button variant="default" size="compact-md" onClick={() => onChange([...papers, emptyPaper])}>
          {w.addBasis}
        </Button>
      </Group>
    </Stack>
  );
};

const OpenDialog = ({
  duty,
  taken,
  onClose,
}: {
  readonly duty: Duty;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const navigate = useNavigate();
  const form = useForm(duty);
  const [others] = useState(taken); // those before it was sent: sent again after a lost line it keeps its name
  const id = programmeId(duty.unit, form.title, form.from ?? '', others);
  const act = useAct('programmes', id, w.opened, () => void navigate({ to: '/chuong-trinh/$id', params: { id } }));
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => form.command && act.send(form.command)}
      title={w.open}
      button={w.open}
      effect={w.openWhat}
      error={act.error}
      sending={act.sending}
      disabled={!form.command}
      dirty={form.title !== ''}
      size="xl"
    >
      <Text size="sm">
        {w.locality}: <strong>{say(duty.unitName)}</strong>
      </Text>
      <Select
        id="field-kind"
        label={w.kind}
        data={KINDS.map((value) => ({ value, label: say(PROGRAMME_KIND_NAMES[value]) }))}
        value={form.kind}
        onChange={(next) => form.setKind(KINDS.find((each) => each === next) ?? form.kind)}
        allowDeselect={false}
      />
      <Textarea
        id="field-title"
        label={w.title}
        value={form.title}
        onChange={({ currentTarget }) => form.setTitle(currentTarget.value)}
        maxLength={300}
        autosize
        required
        data-autofocus
      />
      <BodiesField
        id="field-parties"
        label={w.parties}
        description={form.kind === 'coordination' ? w.partiesTwo : w.partiesWhat}
        values={form.parties}
        near={duty.unit}
        onChange={form.setParties}
      />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DateField id="field-term.from" label={w.termFrom} value={form.from} onChange={form.setFrom} required />
        <DateField id="field-term.to" label={w.termTo} value={form.to} onChange={form.setTo} required />
      </Group>
      <Basis papers={form.basis} onChange={form.setBasis} />
    </ActDialog>
  );
};

/** Nothing for who may not open one. `taken`: ids of the programmes there are. */
export const OpenProgramme = ({ taken }: { readonly taken: readonly string[] }): ReactNode => {
  const w = useWords(acts);
  const duty = useOpener();
  const [opened, setOpened] = useState(false);
  if (!duty) return null;
  return (
    <>
      <Button leftSection={<IconPlus aria-hidden size={18} />} onClick={() => setOpened(true)}>
        {w.open}
      </Button>
      {opened && <OpenDialog duty={duty} taken={taken} onClose={() => setOpened(false)} />}
    </>
  );
};
