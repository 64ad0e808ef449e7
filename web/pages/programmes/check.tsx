/** What waits to be verified: rows chosen and verified together, or sent back with the reason. */
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { Rows } from '../../parts/rows.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { bodyWords } from '../../words/bodies.ts';
import { numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';

type Detail = Answer<'/api/v1/programmes/{id}/figures/{indicator}/{column}'>;
type Pending = Detail['entries'][number] & { readonly indicator: string };

/** Waiting readings of one figure, with what to do about them. */
export const Waiting = ({
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
          { key: 'by', head: w.reportedBy, cell: ({ pending }) => (pending ? say(bodyWords(pending.by.body)) : '–') },
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
            placeholder={w.returnWhy}
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
