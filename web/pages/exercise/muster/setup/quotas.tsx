/** What each locality has to raise, by speciality group or class, and how far the orders fit. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField, readCount } from '../../../../parts/count-field.tsx';
import { Sign } from '../../../../parts/marks.tsx';
import { Rows } from '../../../../parts/rows.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { numberText } from '../../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../../words/language.tsx';
import type { Kind } from '../tiles.ts';
import { useUnitNames } from '../use-units.ts';
import {
  CodeField,
  type DialogProps,
  KindChoice,
  StationSelect,
  type StepProps,
  UnitSelect,
  unitsOf,
} from './fields.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

const SetQuota = (props: DialogProps): ReactNode => {
  const w = useWords(said);
  const { muster, onClose } = props;
  const [unit, setUnit] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('reservist');
  const [group, setGroup] = useState('');
  const [required, setRequired] = useState('');
  const [station, setStation] = useState<string | null>(null);
  const act = useAct('drills', muster.drill.id, w.quotaSet, onClose);
  const count = readCount(required);
  const send = (): void => {
    if (unit && count !== null)
      act.send({ type: 'SetQuota', unit, kind, group, required: count, ...(station ? { station } : {}) });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.quotaAdd}
      button={w.quotaThis(count ?? 0)}
      error={act.error}
      sending={act.sending}
      disabled={!unit || count === null || group === ''}
      dirty={unit !== null || required !== ''}
    >
      <UnitSelect units={unitsOf(props)} value={unit} onChange={setUnit} />
      <KindChoice value={kind} onChange={setKind} />
      <CodeField id="field-group" label={w.group} description={w.groupHint} value={group} onChange={setGroup} />
      <CountField id="field-required" label={w.required} value={required} onChange={setRequired} required />
      <StationSelect muster={muster} value={station} onChange={setStation} />
    </ActDialog>
  );
};

export const QuotaStep = ({ isOffered, ...props }: StepProps & { readonly isOffered: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  const [opened, setOpened] = useState(false);
  const { quotas } = props.muster.drill;
  const n = (value: number): string => numberText(value, language);
  return (
    <Step
      title={w.quotas}
      isDone={quotas.length > 0}
      acts={
        isOffered && (
          <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
            {w.quotaAdd}
          </Button>
        )
      }
    >
      {quotas.length === 0 ? (
        <span className="quiet">{w.none}</span>
      ) : (
        <Rows
          rows={quotas}
          rowKey={({ unit, kind }) => `${unit}/${kind}`}
          caption={w.quotas}
          columns={[
            { key: 'unit', head: w.unit, isTitle: true, cell: ({ unit }) => nameOf(unit) },
            { key: 'kind', head: w.kind, cell: ({ kind }) => w[kind] },
            {
              ...{ key: 'required', head: w.required, align: 'right' as const },
              cell: ({ required }) => n(required),
            },
            { key: 'ordered', head: w.ordered, align: 'right', cell: ({ ordered }) => n(ordered) },
            { key: 'spare', head: w.spare, cell: ({ spare }) => say(spare.text) },
            {
              ...{ key: 'groups', head: w.group },
              cell: ({ groups }) => groups.map(({ group, required }) => `${group} ${n(required)}`).join(', '),
            },
            {
              ...{ key: 'warnings', head: w.warnings },
              cell: ({ warnings }) =>
                warnings.map(({ code, text }) => (
                  <div key={code}>
                    <Sign icon={IconAlertTriangle} hue="amber">
                      {say(text)}
                    </Sign>
                  </div>
                )),
            },
          ]}
        />
      )}
      {opened && <SetQuota {...props} onClose={() => setOpened(false)} />}
    </Step>
  );
};
