/** The sheet of a period: the indicators that the reader's body reports, and what waits for it to verify. */
import { Button, Checkbox, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { periodName } from '../../../domain/labels/words-programme.ts';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { ImportLink } from '../../parts/import-link.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';

type Indicator = Programme['indicators'][number];
interface Line {
  readonly numerator: number | string;
  readonly denominator: number | string;
}
const EMPTY: Line = { numerator: '', denominator: '' };
const isFilled = ({ measure }: Indicator, { numerator, denominator }: Line): boolean =>
  typeof numerator === 'number' && (measure === 'number' || typeof denominator === 'number');

const valueSent = (indicator: Indicator, period: string, { numerator, denominator }: Line) => ({
  ...{ indicator: indicator.code, period },
  ...(indicator.measure === 'number'
    ? { value: Number(numerator) }
    : { numerator: Number(numerator), denominator: Number(denominator) }),
});

const Fields = ({
  indicator,
  line,
  onChange,
}: {
  readonly indicator: Indicator;
  readonly line: Line;
  readonly onChange: (line: Line) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const isOne = indicator.measure === 'number';
  return (
    <fieldset className="plain-set">
      <legend>
        {indicator.code} {say(indicator.name)}
      </legend>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        <NumberInput
          label={isOne ? `${w.value} (${indicator.unit})` : `${w.numerator}: ${indicator.numerator}`}
          value={line.numerator}
          onChange={(numerator) => onChange({ ...line, numerator })}
          min={0}
          miw="10rem"
        />
        {!isOne && (
          <NumberInput
            label={`${w.denominator}: ${indicator.denominator ?? ''}`}
            value={line.denominator}
            onChange={(denominator) => onChange({ ...line, denominator })}
            min={0}
            miw="10rem"
          />
        )}
      </Group>
    </fieldset>
  );
};

const Sheet = ({ file, own }: { readonly file: Programme; readonly own: readonly Indicator[] }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const periods = [...new Set(own.flatMap((each) => each.periods))].sort();
  const begun = periods.filter((each) => each.slice(0, 4) <= file.today.slice(0, 4));
  const [period, setPeriod] = useState(begun.includes(file.year) ? file.year : (begun.at(-1) ?? ''));
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const [evidence, setEvidence] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct('programmes', file.id, w.sent, () => {
    setLines({});
    setReason('');
  });
  const asked = own.filter((each) => each.periods.includes(period));
  const filled = asked.filter((each) => isFilled(each, lines[each.code] ?? EMPTY));
  const send = (): void =>
    act.send({
      ...{ type: 'ReportValues', evidence: evidence.trim() },
      values: filled.map((each) => valueSent(each, period, lines[each.code] ?? EMPTY)),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  if (own.length === 0) return <Text>{w.nothingToReport}</Text>;
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
      {asked.map((indicator) => (
        <Fields
          key={indicator.code}
          indicator={indicator}
          line={lines[indicator.code] ?? EMPTY}
          onChange={(line) => setLines({ ...lines, [indicator.code]: line })}
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
        <Button onClick={send} loading={act.sending} disabled={filled.length === 0 || evidence.trim() === ''}>
          {w.sendSheet(filled.length)}
        </Button>
      </Group>
    </Stack>
  );
};

type Detail = Answer<'/api/v1/programmes/{id}/figures/{indicator}/{column}'>;
type Pending = Detail['entries'][number] & { readonly indicator: string };

/** Waiting readings of one figure, with what to do about them. */
const Waiting = ({
  file,
  indicator,
  column,
}: {
  readonly file: Programme;
  readonly indicator: string;
  readonly column: string;
}): ReactNode => {
  const read = useRead('/api/v1/programmes/{id}/figures/{indicator}/{column}', {
    path: { id: file.id, indicator, column },
  });
  return (
    <Shown read={read} lines={2}>
      {({ entries }) => (
        <Check
          file={file}
          rows={entries.filter(({ pending }) => pending !== null).map((entry) => ({ ...entry, indicator }))}
        />
      )}
    </Shown>
  );
};

const Check = ({ file, rows }: { readonly file: Programme; readonly rows: readonly Pending[] }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { body } = useRights(file);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const verify = useAct('programmes', file.id, w.verified);
  const back = useAct('programmes', file.id, w.returned);
  const key = ({ period, unit }: Pending): string => `${period} ${unit ?? ''}`;
  const foreign = rows.filter(({ pending }) => pending?.by.body !== body);
  const chosen = foreign.filter((row) => !left.includes(key(row)));
  const values = chosen.map(({ indicator, period, unit }) => ({ indicator, period, ...(unit ? { unit } : {}) }));
  const n = (value: number | null): string => numberText(value ?? 0, language);
  return (
    <Stack gap="sm">
      <Rows
        rows={rows}
        rowKey={key}
        caption={w.verification}
        columns={[
          {
            key: 'choose',
            head: w.choose,
            width: '4rem',
            cell: (row) => (
              <Checkbox
                aria-label={`${w.choose} ${row.indicator} ${say(row.periodName)}`}
                checked={chosen.includes(row)}
                disabled={!foreign.includes(row)}
                onChange={() =>
                  setLeft(left.includes(key(row)) ? left.filter((each) => each !== key(row)) : [...left, key(row)])
                }
              />
            ),
          },
          {
            key: 'period',
            head: w.indicator,
            isTitle: true,
            cell: (row) => `${row.indicator} · ${say(row.periodName)}${row.unitName ? ` · ${say(row.unitName)}` : ''}`,
          },
          {
            key: 'figure',
            head: w.figure,
            cell: ({ pending }) =>
              pending?.value !== null && pending
                ? n(pending.value)
                : `${n(pending?.numerator ?? 0)}/${n(pending?.denominator ?? 0)}`,
          },
          { key: 'evidence', head: w.evidence, cell: ({ pending }) => pending?.evidence ?? '–' },
          { key: 'by', head: w.reportedBy, cell: ({ pending }) => pending?.by.body ?? '–' },
        ]}
      />
      {foreign.length > 0 && (
        <Group align="flex-end">
          <Button
            onClick={() => verify.send({ type: 'VerifyValues', values })}
            loading={verify.sending}
            disabled={values.length === 0}
          >
            {w.verify(values.length)}
          </Button>
          <TextInput
            aria-label={w.returnThem(values.length)}
            placeholder="Lý do"
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            maxLength={500}
          />
          <Button
            variant="default"
            onClick={() => back.send({ type: 'ReturnValues', values, reason: reason.trim() })}
            loading={back.sending}
            disabled={values.length === 0 || reason.trim() === ''}
          >
            {w.returnThem(values.length)}
          </Button>
        </Group>
      )}
      {(verify.error ?? back.error) && <Broken error={verify.error ?? back.error ?? new Error()} />}
    </Stack>
  );
};

export const Entry = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const { body, checks } = useRights(file);
  const own = file.indicators.filter(({ owner, source }) => owner === body && source === 'reported');
  const waiting = file.indicators.flatMap(({ code, figures, cadence }) =>
    figures
      .filter((each) => each.waiting > 0 && (each.column !== 'term' || cadence === 'term'))
      .map(({ column }) => ({ indicator: code, column })),
  );
  return (
    <Stack gap="lg">
      <Section title={w.verification}>
        {waiting.length === 0 || !checks ? (
          <Text>{w.nothingToVerify}</Text>
        ) : (
          waiting.map((each) => <Waiting key={`${each.indicator} ${each.column}`} file={file} {...each} />)
        )}
      </Section>
      <Section
        title={w.sheet}
        what={w.sheetWhat}
        aside={body && <ImportLink kind="indicator-values" programme={file.id} />}
      >
        <Sheet file={file} own={own} />
      </Section>
    </Stack>
  );
};
