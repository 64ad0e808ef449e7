/** `/dien-tap`: which exercises, when, how they stand (ux §6). */
import { Button, Group, Select, Text } from '@mantine/core';
import { IconDownload, IconPlus, IconPrinter } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Chips } from '../../parts/chips.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Find } from '../../parts/find.tsx';
import { useListKeys } from '../../parts/list-keys.ts';
import { VerdictMark } from '../../parts/marks.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf, useView } from '../../parts/view.ts';
import { EmptyYear, YearChoice } from '../../parts/year-choice.tsx';
import { useMe } from '../../session/session.tsx';
import { csvText, offerFile } from '../../words/csv.ts';
import { dateText } from '../../words/format.ts';
import { type Language, useLanguage, useSay, useWords } from '../../words/language.tsx';
import './exercises.css';
import { inOrder, inYear, matching, type Named, sortOf, VERDICTS, yearOf, yearShown, yearsIn } from './filter.ts';
import { ExerciseTable } from './table.tsx';
import { said } from './words.ts';
import { YearStrip } from './year-strip.tsx';

type List = Answer<'/api/v1/exercises'>;

const namedIn = ({ exercises, units }: List, language: Language): Named[] => {
  const names = new Map(units.map(({ id, name }) => [id, name[language]]));
  return exercises.map((each) => ({ ...each, unit: names.get(each.orgUnit) ?? each.orgUnit }));
};

/** The rows that are shown, as a table for a spreadsheet. */
const useExport = () => {
  const w = useWords(said);
  const say = useSay();
  return (rows: readonly Named[], year: string): void => {
    const head = [w.name, w.codeName, w.type, w.unit, w.day, w.lastDay, w.phase, w.gate, w.verdict, w.pilotLong];
    const lines = rows.map((each) => [
      each.theme,
      each.codeName ?? '',
      say(each.typeLabel),
      each.unit,
      each.startDate ? dateText(each.startDate) : '',
      each.endDate ? dateText(each.endDate) : '',
      say(each.phaseLabel),
      each.nextGate ? `${each.nextGate.code} ${say(each.nextGate.name)}` : '',
      say(each.verdictLabel),
      each.isPilot ? 'x' : '',
    ]);
    offerFile(w.file(year), csvText([head, ...lines]));
  };
};

const Filters = ({ rows }: { readonly rows: readonly Named[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [view, setView] = useView();
  const types = [...new Map(rows.map(({ type, typeLabel }) => [type, say(typeLabel)]))];
  const withoutVerdict = matching(rows, { ...view, nhan: undefined });
  return (
    <div className="filters no-print">
      <Group gap="sm" wrap="wrap">
        <Find label={w.find} />
        <DayField />
        {types.length > 1 && (
          <Select
            aria-label={w.type}
            placeholder={w.allTypes}
            clearable
            value={view.loai ?? null}
            onChange={(loai) => setView({ loai: loai ?? undefined })}
            data={types.map(([value, label]) => ({ value, label }))}
          />
        )}
      </Group>
      <Chips
        label={w.verdict}
        chosen={view.nhan}
        onChoose={(nhan) => setView({ nhan })}
        chips={VERDICTS.map((verdict) => ({
          value: verdict,
          label: <VerdictMark verdict={verdict} />,
          count: withoutVerdict.filter((each) => each.verdict === verdict).length,
        })).filter(({ count }) => count > 0)}
      />
    </div>
  );
};

const Listed = ({ list }: { readonly list: List }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { group } = useMe();
  const [view, setView] = useView();
  const table = useRef<HTMLDivElement>(null);
  useListKeys(table, {});
  const toFile = useExport();
  const all = namedIn(list, language);
  const year = yearShown(all, view.nam, list.today);
  const rows = inYear(all, year);
  const shown = inOrder(matching(rows, view), sortOf(view));
  if (all.length === 0) return <Empty>{group === 'staff' ? w.none : w.noneForYou}</Empty>;
  const others = yearsIn(all, year).filter((other) => all.some((each) => yearOf(each) === other));
  return (
    <>
      <Group justify="space-between" mb="xs">
        <YearChoice year={year} />
        <Text size="sm" c="dimmed" className="figures" role="status">
          {w.count(shown.length, rows.length)}
        </Text>
      </Group>
      {rows.length === 0 ? (
        <EmptyYear others={others}>{w.emptyYear(year)}</EmptyYear>
      ) : (
        <>
          <YearStrip exercises={shown} year={year} language={language} />
          <Filters rows={rows} />
          {shown.length === 0 ? (
            <Empty
              action={
                <Button variant="default" onClick={() => setView({ loai: undefined, nhan: undefined, tim: undefined })}>
                  {w.clear}
                </Button>
              }
            >
              {w.noMatch}
            </Empty>
          ) : (
            <div ref={table}>
              <ExerciseTable exercises={shown} />
            </div>
          )}
          <Group gap="sm" mt="md" className="no-print">
            <ExportMenu of="exercises" />
            <Button
              variant="default"
              leftSection={<IconDownload aria-hidden size={18} />}
              onClick={() => toFile(shown, year)}
              disabled={shown.length === 0}
            >
              {w.export}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size={18} />}
              onClick={() => window.print()}
            >
              {w.print}
            </Button>
          </Group>
        </>
      )}
    </>
  );
};

export const Page = (): ReactNode => {
  const w = useWords(said);
  const { group } = useMe();
  const asOf = useAsOf();
  const read = useRead('/api/v1/exercises', asOf === undefined ? {} : { query: { asOf } }, { keepLast: true });
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          group === 'staff' &&
          asOf === undefined && (
            <ButtonLink to="/dien-tap/moi" leftSection={<IconPlus aria-hidden size={18} />}>
              {w.create}
            </ButtonLink>
          )
        }
      />
      <Shown read={read} lines={10}>
        {(list) => <Listed list={list} />}
      </Shown>
    </>
  );
};
