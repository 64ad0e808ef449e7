/** One indicator on the entry sheet: one figure for all, or a line of each commune with the total under them. */
import { Fieldset, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode } from 'react';
import { figureText } from '../../../domain/labels/figures-programme.ts';
import { useIsNarrow } from '../../parts/narrow.ts';
import { RadioChoice } from '../../parts/radio-choice.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { Programme } from './rights.ts';
import {
  faultIn,
  lineKey,
  madeOf,
  NOTHING,
  type Part,
  pastedColumn,
  type SheetIndicator,
  type SheetRow,
  type Typed,
  totalOf,
} from './sheet-form.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

type Indicator = Programme['indicators'][number];
export type Lines = Readonly<Record<string, Typed>>;
/** Cells that change together: one, or as many as were pasted. */
export type Change = (part: Part, cells: readonly (readonly [key: string, text: string])[]) => void;

/** The part of a row that stands already: `12/13 · chờ xác minh`, and why it came back. */
const Standing = ({ indicator, row }: { readonly indicator: Indicator; readonly row: SheetRow }): ReactNode => {
  const w = useWords(acts);
  const { returnedWhy } = useWords(said);
  const { language } = useLanguage();
  const reading = row.pending ?? row.counted;
  return (
    <>
      {reading && (
        <Text size="sm" c="dimmed" className="figures">
          {figureText(
            { ...madeOf(indicator.measure, reading), qualifier: reading.qualifier },
            indicator.measure,
            indicator.unit,
            language,
          )}{' '}
          · {row.pending ? w.isWaiting : w.isVerified}
        </Text>
      )}
      {row.returned !== null && <Text size="sm">{returnedWhy(row.returned)}</Text>}
    </>
  );
};

/** Enter and the arrows go to the same column of the next line; a copied column fills the lines from here. */
const moveOn = (event: KeyboardEvent<HTMLInputElement>): void => {
  if (!['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) return;
  event.preventDefault();
  const { column } = event.currentTarget.dataset;
  const all = [...document.querySelectorAll<HTMLInputElement>(`[data-column="${column}"]`)];
  const next = all[all.indexOf(event.currentTarget) + (event.key === 'ArrowUp' ? -1 : 1)];
  next?.focus();
  next?.select();
};

const Line = memo(
  ({
    indicator,
    row,
    typed,
    keys,
    onChange,
  }: {
    readonly indicator: Indicator;
    readonly row: SheetRow;
    readonly typed: Typed;
    /** Keys of all lines, in order. */
    readonly keys: readonly string[];
    readonly onChange: Change;
  }): ReactNode => {
    const w = useWords(acts);
    const shared = useWords(said);
    const say = useSay();
    const narrow = useIsNarrow();
    const key = lineKey(indicator.code, row.unit);
    const fault = faultIn(indicator.measure, typed);
    const name = row.unitName ? say(row.unitName) : indicator.code;
    const paste = (part: Part) => (event: ClipboardEvent<HTMLInputElement>) => {
      const cells = pastedColumn(event.clipboardData.getData('text'));
      if (!cells) return;
      event.preventDefault();
      const from = keys.indexOf(key);
      onChange(
        part,
        cells.slice(0, keys.length - from).map((text, n) => [keys[from + n] ?? key, text] as const),
      );
    };
    const field = (part: Part, label: string, isMarked: boolean): ReactNode => (
      <TextInput
        aria-label={`${name}: ${label}`}
        value={typed[part]}
        onChange={({ currentTarget }) => onChange(part, [[key, currentTarget.value]])}
        onKeyDown={moveOn}
        onPaste={paste(part)}
        error={isMarked && fault && w[fault]}
        data-column={`${indicator.code} ${part}`}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        size="sm"
        w={narrow ? '5.5rem' : '8rem'}
      />
    );
    const isOne = indicator.measure === 'number';
    return (
      <Table.Tr>
        <Table.Th scope="row">
          {name}
          {row.exempt && (
            <Text span size="sm" c="dimmed">
              {' '}
              ({w.notCounted})
            </Text>
          )}
          {narrow && <Standing indicator={indicator} row={row} />}
        </Table.Th>
        <Table.Td>{field('numerator', isOne ? shared.value : shared.numerator, true)}</Table.Td>
        {!isOne && <Table.Td>{field('denominator', shared.denominator, false)}</Table.Td>}
        {!narrow && (
          <Table.Td>
            <Standing indicator={indicator} row={row} />
          </Table.Td>
        )}
      </Table.Tr>
    );
  },
);

interface Shown {
  readonly indicator: Indicator;
  readonly sheet: SheetIndicator;
  readonly lines: Lines;
  readonly onChange: Change;
}

const ByUnit = ({ indicator, sheet, lines, onChange }: Shown): ReactNode => {
  const w = useWords(acts);
  const shared = useWords(said);
  const { language } = useLanguage();
  const rows = sheet.rows.filter(({ unit }) => unit !== null);
  const keys = rows.map(({ unit }) => lineKey(indicator.code, unit));
  const typedOf = ({ unit }: SheetRow): Typed => lines[lineKey(indicator.code, unit)] ?? NOTHING;
  const total = totalOf(indicator.measure, rows, typedOf);
  const isOne = indicator.measure === 'number';
  const narrow = useIsNarrow();
  const parts = isOne
    ? [`${shared.value} (${indicator.unit})`]
    : [`${shared.numerator}: ${indicator.numerator}`, `${shared.denominator}: ${indicator.denominator ?? ''}`];
  const heads = [w.commune, ...parts, ...(narrow ? [] : [w.stands])];
  return (
    <>
      <Text size="sm" c="dimmed">
        {w.keys}
      </Text>
      <ScrollTable
        label={`${indicator.code}: ${w.byUnit}`}
        heads={heads}
        minWidth={narrow ? 260 : 560}
        className="sheet-lines"
      >
        {rows.map((row) => (
          <Line key={row.unit} indicator={indicator} row={row} typed={typedOf(row)} keys={keys} onChange={onChange} />
        ))}
        <Table.Tr className="sheet-total">
          <Table.Th scope="row">{w.total}</Table.Th>
          <Table.Td colSpan={heads.length - 1}>
            <output>
              {total.filled > 0 && (
                <strong className="figures">
                  {figureText({ ...total, qualifier: null }, indicator.measure, indicator.unit, language)}
                </strong>
              )}{' '}
              <Text span size="sm" c="dimmed">
                {w.totalOf(total.filled, rows.length)}
              </Text>
            </output>
          </Table.Td>
        </Table.Tr>
      </ScrollTable>
    </>
  );
};

const InOne = ({ indicator, sheet, lines, onChange }: Shown): ReactNode => {
  const w = useWords(acts);
  const shared = useWords(said);
  const row = sheet.rows.find(({ unit }) => unit === null);
  const typed = lines[indicator.code] ?? NOTHING;
  const isOne = indicator.measure === 'number';
  const fault = faultIn(indicator.measure, typed);
  const field = (part: Part, label: string): ReactNode => (
    <TextInput
      label={label}
      value={typed[part]}
      onChange={({ currentTarget }) => onChange(part, [[indicator.code, currentTarget.value]])}
      error={part === 'numerator' && fault && w[fault]}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      miw="10rem"
    />
  );
  return (
    <>
      <Group grow align="flex-end" preventGrowOverflow={false}>
        {field(
          'numerator',
          isOne ? `${shared.value} (${indicator.unit})` : `${shared.numerator}: ${indicator.numerator}`,
        )}
        {!isOne && field('denominator', `${shared.denominator}: ${indicator.denominator ?? ''}`)}
      </Group>
      {row && <Standing indicator={indicator} row={row} />}
    </>
  );
};

/** Where nothing has been reported for the period yet, one chooses how it is entered. */
export const SheetPart = ({
  form,
  onForm,
  ...shown
}: Shown & { readonly form: 'one' | 'byUnit'; readonly onForm: (form: 'one' | 'byUnit') => void }): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const { indicator, sheet } = shown;
  const mayChoose = sheet.form === null && sheet.rows.some(({ unit }) => unit !== null);
  return (
    <Fieldset legend={`${indicator.code} ${say(indicator.name)}`} miw={0}>
      <Stack gap="sm">
        {mayChoose && (
          <RadioChoice
            label={w.form}
            options={[
              ['one', w.one],
              ['byUnit', w.byUnit],
            ]}
            value={form}
            onChange={onForm}
          />
        )}
        {form === 'byUnit' ? <ByUnit {...shown} /> : <InOne {...shown} />}
      </Stack>
    </Fieldset>
  );
};
