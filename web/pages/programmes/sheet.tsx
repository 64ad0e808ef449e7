/** The sheet of a period: what the reader's body reports, all of it sent at once with its evidence. */
import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';
import { periodName } from '../../../domain/labels/words-programme.ts';
import { useRead } from '../../client/read.ts';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { type Programme, useRights } from './rights.ts';
import { amountsTyped, faultIn, lineKey, NOTHING, type SheetIndicator } from './sheet-form.ts';
import { type Change, type Lines, SheetPart } from './sheet-lines.tsx';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

type Form = 'one' | 'byUnit';
type Indicator = Programme['indicators'][number];
/** Figures that one command may hold. */
const MOST = 300;

interface Asked {
  readonly indicator: Indicator;
  readonly sheet: SheetIndicator;
  readonly form: Form;
}

/** Its own indicators whole; of others the lines of its own commune. */
const sheetFor = (body: string | null, indicator: Indicator, sheet: SheetIndicator): SheetIndicator | null => {
  if (indicator.owner === body) return sheet;
  const rows = sheet.rows.filter(({ unit }) => unit !== null && [`${unit}.CMC`, `${unit}.COM`].includes(body ?? ''));
  return rows.length > 0 && sheet.form !== 'one' ? { ...sheet, form: 'byUnit', rows } : null;
};

const linesOf = ({ indicator, sheet, form }: Asked) =>
  sheet.rows
    .filter(({ unit }) => (unit === null) === (form === 'one'))
    .map(({ unit }) => ({ indicator, unit, key: lineKey(indicator.code, unit) }));

const readLines = (asked: readonly Asked[], lines: Lines, period: string) => {
  const all = asked.flatMap(linesOf).map((line) => ({ ...line, typed: lines[line.key] ?? NOTHING }));
  const faults = all.filter(({ indicator, typed }) => faultIn(indicator.measure, typed) !== null).length;
  const values = all.flatMap(({ indicator, unit, typed }) => {
    const amounts = amountsTyped(indicator.measure, typed);
    if (!amounts) return [];
    const { numerator, denominator, value } = amounts;
    const parts = value === null ? { numerator: numerator ?? 0, denominator: denominator ?? 0 } : { value };
    return [{ indicator: indicator.code, period, ...(unit === null ? {} : { unit }), ...parts }];
  });
  return { faults, values };
};

const Filled = ({
  file,
  period,
  sheets,
}: {
  readonly file: Programme;
  readonly period: string;
  readonly sheets: readonly SheetIndicator[];
}): ReactNode => {
  const w = useWords(said);
  const a = useWords(acts);
  const { body } = useRights(file);
  const [forms, setForms] = useState<Readonly<Record<string, Form>>>({});
  const [lines, setLines] = useState<Lines>({});
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.sent, () => {
    setLines({});
    setReason('');
  });
  const change = useCallback<Change>(
    (part, cells) =>
      setLines((before) => ({
        ...before,
        ...Object.fromEntries(cells.map(([key, text]) => [key, { ...(before[key] ?? NOTHING), [part]: text }])),
      })),
    [],
  );
  const asked = file.indicators.flatMap((indicator): Asked[] => {
    const found = sheets.find(({ code }) => code === indicator.code);
    const sheet = found ? sheetFor(body, indicator, found) : null;
    return sheet ? [{ indicator, sheet, form: sheet.form ?? forms[indicator.code] ?? sheet.usual }] : [];
  });
  const { faults, values } = readLines(asked, lines, period);
  const send = (): void =>
    act.send({
      ...{ type: 'ReportValues', evidence: evidence.trim(), values },
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  const isReady = values.length > 0 && values.length <= MOST && faults === 0 && evidence.trim() !== '';
  if (asked.length === 0) return <Text>{w.nothingToReport}</Text>;
  return (
    <>
      {asked.map((each) => (
        <SheetPart
          key={each.indicator.code}
          {...each}
          lines={lines}
          onChange={change}
          onForm={(form) => setForms({ ...forms, [each.indicator.code]: form })}
        />
      ))}
      <TextInput
        id="field-evidence"
        label={w.evidence}
        placeholder="88/BC-CHQS ngày 20/12/2021"
        value={evidence}
        onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
        maxLength={300}
        required
      />
      <Textarea
        id="field-reason"
        label={w.correction}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
        autosize
      />
      {act.error && <Broken error={act.error} />}
      <Group>
        <Button onClick={send} loading={act.sending} disabled={!isReady}>
          {w.sendSheet(values.length)}
        </Button>
        <output className="quiet">{faults > 0 ? a.faults(faults) : values.length > MOST ? a.tooMany(MOST) : ''}</output>
      </Group>
    </>
  );
};

/** Those that have begun. What is typed belongs to one period. */
export const Sheet = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const periods = [...new Set(file.indicators.flatMap((each) => each.periods))].sort();
  const begun = periods.filter((each) => each === 'term' || each.slice(0, 4) <= file.today.slice(0, 4));
  const [period, setPeriod] = useState(begun.includes(file.year) ? file.year : (begun.at(-1) ?? ''));
  const read = useRead('/api/v1/programmes/{id}/periods/{period}', { path: { id: file.id, period } });
  return (
    <Stack gap="md">
      <Select
        label={w.period}
        data={begun.map((value) => ({ value, label: periodName(value, language) }))}
        value={period}
        onChange={(next) => next && setPeriod(next)}
        allowDeselect={false}
        maw="20rem"
      />
      <Shown read={read}>
        {({ indicators }) => <Filled key={period} file={file} period={period} sheets={indicators} />}
      </Shown>
    </Stack>
  );
};
