/** What can be done about one order that was checked in: corrected, inspected, its place filled. */
import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { DEFECT_NAMES } from '../../../../../domain/labels/words-drill.ts';
import type { Command } from '../../../../client/command.ts';
import type { Schemas } from '../../../../client/http.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { RadioChoice } from '../../../../parts/radio-choice.tsx';
import { ReasonField } from '../../../../parts/reason-field.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useSay, useWords } from '../../../../words/language.tsx';
import { type Choice, ExcuseSelect } from './status-choice.tsx';
import { said } from './words.ts';

type Drill = Schemas['Drill'];
type Order = Schemas['DrillOrder'];
type Status = NonNullable<Order['checkIn']>['status'];
type Defect = NonNullable<Extract<Command<'drills'>, { type: 'InspectVehicle' }>['reason']>;
interface DialogOf {
  readonly drill: Drill;
  readonly order: Order;
  readonly onClose: () => void;
}

export const Correct = ({ drill, order, onClose }: DialogOf): ReactNode => {
  const w = useWords(said);
  const [status, setStatus] = useState<Status>(order.checkIn?.status ?? 'present');
  const [excuse, setExcuse] = useState<Choice['excuse']>(null);
  const [reason, setReason] = useState('');
  const act = useAct('drills', drill.id, w.corrected, onClose);
  const lacks = reason.trim() === '' || (status === 'excused' && excuse === null);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({
          ...{ type: 'CorrectCheckIn', id: order.checkIn?.id ?? '', status, reason: reason.trim() },
          ...(status === 'excused' && excuse ? { excuse } : {}),
        })
      }
      title={w.editOf(order.order)}
      button={w.editThis(order.order)}
      effect={w.correctWhat}
      error={act.error}
      sending={act.sending}
      disabled={lacks}
      dirty={reason !== ''}
    >
      <RadioChoice
        label={w.status}
        options={[
          ['present', w.present],
          ['excused', w.excused],
          ['unexcused', w.unexcused],
        ]}
        value={status}
        onChange={setStatus}
      />
      {status === 'excused' && <ExcuseSelect value={excuse} onChange={setExcuse} />}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

const isDefect = (code: string | null): code is Defect => code !== null && Object.hasOwn(DEFECT_NAMES, code);

export const Inspect = ({ drill, order, onClose }: DialogOf): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [fit, setFit] = useState(true);
  const [defect, setDefect] = useState<Defect | null>(null);
  const act = useAct('drills', drill.id, w.inspected, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send({ type: 'InspectVehicle', order: order.order, fit, ...(fit || !defect ? {} : { reason: defect }) })
      }
      title={`${w.inspect}: ${order.order}`}
      button={w.inspectThis(order.order)}
      error={act.error}
      sending={act.sending}
      disabled={!fit && defect === null}
    >
      <RadioChoice
        label={w.fit}
        options={[
          ['yes', w.fitYes],
          ['no', w.fitNo],
        ]}
        value={fit ? 'yes' : 'no'}
        onChange={(value) => setFit(value === 'yes')}
      />
      {!fit && (
        <Select
          label={w.defect}
          data={Object.entries(DEFECT_NAMES).map(([code, name]) => ({ value: code, label: say(name) }))}
          value={defect}
          onChange={(code) => setDefect(isDefect(code) ? code : null)}
          required
        />
      )}
    </ActDialog>
  );
};

export const Replace = ({
  drill,
  order,
  onClose,
  spares,
}: DialogOf & { readonly spares: readonly Order[] }): ReactNode => {
  const w = useWords(said);
  const [spare, setSpare] = useState<string | null>(null);
  const act = useAct('drills', drill.id, w.replaced, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => spare && act.send({ type: 'Substitute', absentOrder: order.order, spareOrder: spare })}
      title={`${w.replace}: ${order.order}`}
      button={w.replaceThis(order.order)}
      error={act.error}
      sending={act.sending}
      disabled={spare === null}
    >
      {spares.length === 0 ? (
        <p>{w.noSpare}</p>
      ) : (
        <Select
          label={w.replaceWith}
          data={spares.map((each) => each.order)}
          value={spare}
          onChange={setSpare}
          searchable
          required
        />
      )}
    </ActDialog>
  );
};
