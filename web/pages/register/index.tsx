/** `/so-van-ban`: every number that is on file, of papers and of proofs, across the exercises that the reader may see. */
import { Button, Group, Select, Text } from '@mantine/core';
import { IconDownload, IconPrinter, IconTableImport } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Chips } from '../../parts/chips.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Find } from '../../parts/find.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { usePrinting } from '../../parts/printing.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { csvText, offerFile } from '../../words/csv.ts';
import { byName, dateText, numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { counted, KINDS, matching, type Row } from './filter.ts';
import { RegisterTable } from './table.tsx';
import { said } from './words.ts';

type Register = Answer<'/api/v1/papers'>;
/** Rows drawn at first, and with each further press; paper shows all. */
const STEP = 100;

const useExport = (register: Register) => {
  const w = useWords(said);
  const say = useSay();
  return (rows: readonly Row[]): void => {
    const units = new Map(register.units.map(({ id, name }) => [id, say(name)]));
    const head = [w.number, w.date, w.issuer, w.subject, w.kind, w.exercise, w.unit, w.state];
    const lines = rows.map((row) => [
      row.number,
      dateText(row.date),
      row.issuer ?? '',
      `${say(row.subject)}${row.task ? ` (${w.task(row.task)})` : ''}`,
      w[row.kind],
      row.exerciseName,
      units.get(row.orgUnit) ?? row.orgUnit,
      say(row.stateLabel),
    ]);
    offerFile(w.file, csvText([head, ...lines]));
  };
};

const Filters = ({ rows }: { readonly rows: readonly Row[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [view, setView] = useView();
  const exercises = [...new Map(rows.map(({ exercise, exerciseName }) => [exercise, exerciseName]))];
  const ofKinds = matching(rows, { ...view, loai: undefined });
  const ofStates = matching(rows, { ...view, tt: undefined });
  const labels = new Map(rows.map(({ state, stateLabel }) => [state, say(stateLabel)]));
  return (
    <div className="register-filters no-print">
      <Group gap="sm" wrap="wrap">
        <Find label={w.find} />
        <Select
          aria-label={w.exercise}
          placeholder={w.allExercises}
          clearable
          searchable
          w={{ base: '100%', sm: '24rem' }}
          value={view.dt ?? null}
          onChange={(dt) => setView({ dt: dt ?? undefined })}
          data={exercises.map(([value, label]) => ({ value, label })).sort((a, b) => byName(a.label, b.label))}
        />
      </Group>
      <Chips
        label={w.kind}
        chosen={view.loai}
        onChoose={(loai) => setView({ loai })}
        chips={KINDS.map((kind) => ({
          value: kind,
          label: w[kind],
          count: ofKinds.filter((row) => row.kind === kind).length,
        })).filter(({ count, value }) => count > 0 || value === view.loai)}
      />
      <Chips
        label={w.state}
        chosen={view.tt}
        onChoose={(tt) => setView({ tt })}
        chips={counted(ofStates.map(({ state }) => state)).map(([value, count]) => ({
          value,
          label: labels.get(value) ?? value,
          count,
        }))}
      />
    </div>
  );
};

const Listed = ({ register }: { readonly register: Register }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [view, setView] = useView();
  const [most, setMost] = useState(STEP);
  const printing = usePrinting() || view.in === '1';
  const asOf = useAsOf();
  const toFile = useExport(register);
  const { papers } = register;
  if (papers.length === 0) return <Empty>{w.none}</Empty>;
  const found = matching(papers, view);
  const shown = printing ? found : found.slice(0, most);
  const left = Math.min(STEP, found.length - shown.length);
  return (
    <>
      <p className="print-only">{w.printed(dateText(register.today))}</p>
      <Filters rows={papers} />
      <Group justify="space-between" mb={4}>
        <Text size="sm" c="dimmed" className="figures" role="status">
          {w.count(numberText(found.length, language), numberText(papers.length, language))}
        </Text>
        <Group gap="xs" className="no-print">
          <ExportMenu of="papers" query={{ asOf }} />
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconDownload aria-hidden size={17} />}
            disabled={found.length === 0}
            onClick={() => toFile(found)}
          >
            {w.export}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPrinter aria-hidden size={17} />}
            onClick={() => window.print()}
          >
            {w.print}
          </Button>
        </Group>
      </Group>
      {found.length === 0 ? (
        <Empty
          action={
            <Button
              variant="default"
              onClick={() => setView({ tim: undefined, loai: undefined, dt: undefined, tt: undefined })}
            >
              {w.clear}
            </Button>
          }
        >
          {w.noMatch}
        </Empty>
      ) : (
        <RegisterTable rows={shown} units={register.units} />
      )}
      {left > 0 && (
        <Button variant="default" mt="sm" className="no-print" onClick={() => setMost(most + STEP)}>
          {w.more(left)}
        </Button>
      )}
    </>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const asOf = useAsOf();
  const read = useRead('/api/v1/papers', { query: asOf ? { asOf } : {} }, { keepLast: true });
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          acting?.body.endsWith('.CLERK') && (
            <ButtonLink
              to="/nhap"
              search={{ loai: 'register' } as never} // the root's search: short strings
              variant="default"
              leftSection={<IconTableImport aria-hidden size={18} />}
            >
              {w.importOld}
            </ButtonLink>
          )
        }
      />
      <Shown read={read} lines={12}>
        {(register) => <Listed register={register} />}
      </Shown>
    </>
  );
};
