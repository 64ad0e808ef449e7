/** Assembly stations: opened with their hour, and the hour moved with a reason. */
import { Button, MultiSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../../client/http.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { InstantField } from '../../../../parts/instant-field.tsx';
import { ReasonField } from '../../../../parts/reason-field.tsx';
import { Rows } from '../../../../parts/rows.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { instantText } from '../../../../words/format.ts';
import { useSay, useWords } from '../../../../words/language.tsx';
import { useUnitNames } from '../use-units.ts';
import { CodeField, type DialogProps, type StepProps, unitsOf } from './fields.tsx';
import { Step } from './step.tsx';
import { said } from './words.ts';

type Station = Schemas['DrillStation'];

const Open = (props: DialogProps): ReactNode => {
  const w = useWords(said);
  const nameOf = useUnitNames();
  const { file, muster, onClose } = props;
  const [station, setStation] = useState('');
  const [units, setUnits] = useState<string[]>([]);
  const [reportBy, setReportBy] = useState<string | null>(
    muster.drill.start ?? (file.startDate ? `${file.startDate}T00:30:00.000Z` : null),
  );
  const act = useAct('drills', muster.drill.id, w.stationOpened, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => reportBy && act.send({ type: 'OpenStation', station, units, reportBy })}
      title={w.stationAdd}
      button={w.stationThis(station || '…')}
      error={act.error}
      sending={act.sending}
      disabled={station === '' || units.length === 0 || reportBy === null}
      dirty={station !== '' || units.length > 0}
    >
      <CodeField
        id="field-station"
        label={w.stationCode}
        description={w.stationHint}
        value={station}
        onChange={setStation}
      />
      <MultiSelect
        id="field-units"
        label={w.stationUnits}
        data={unitsOf(props).map((unit) => ({ value: unit, label: nameOf(unit) }))}
        value={units}
        onChange={setUnits}
        searchable
        required
      />
      <InstantField id="field-reportBy" label={w.reportBy} value={reportBy} onChange={setReportBy} required />
      <p className="quiet">{w.reportByWhat}</p>
    </ActDialog>
  );
};

const Move = ({ muster, onClose, station }: DialogProps & { readonly station: Station }): ReactNode => {
  const w = useWords(said);
  const [reportBy, setReportBy] = useState<string | null>(station.reportBy);
  const [reason, setReason] = useState('');
  const act = useAct('drills', muster.drill.id, w.moved, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        reportBy && act.send({ type: 'MoveStationHour', station: station.station, reportBy, reason: reason.trim() })
      }
      title={w.moveOf(station.station)}
      button={w.move}
      error={act.error}
      sending={act.sending}
      disabled={reportBy === null || reportBy === station.reportBy || reason.trim() === ''}
      dirty={reason !== ''}
    >
      <InstantField label={w.reportBy} value={reportBy} onChange={setReportBy} required />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const StationStep = ({ isOffered, ...props }: StepProps & { readonly isOffered: boolean }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const nameOf = useUnitNames();
  const [opened, setOpened] = useState<'open' | Station | null>(null);
  const { stations } = props.muster;
  const close = (): void => setOpened(null);
  return (
    <Step
      title={w.stations}
      isDone={stations.length > 0}
      acts={
        isOffered && (
          <Button size="compact-md" variant="default" onClick={() => setOpened('open')}>
            {w.stationAdd}
          </Button>
        )
      }
    >
      {stations.length === 0 ? (
        <span className="quiet">{w.none}</span>
      ) : (
        <Rows
          rows={stations}
          rowKey={({ station }) => station}
          caption={w.stations}
          columns={[
            { key: 'station', head: w.station, isTitle: true, cell: ({ station }) => station },
            { key: 'units', head: w.stationUnits, cell: ({ units }) => units.map(nameOf).join(', ') },
            { key: 'hour', head: w.reportBy, cell: ({ reportBy }) => instantText(reportBy) },
            { key: 'keeper', head: w.keeper, cell: ({ keeperName }) => say(keeperName) },
            { key: 'state', head: w.silence, cell: ({ silenceLabel }) => say(silenceLabel) },
            {
              ...{ key: 'act', head: <span className="only-heard">{w.move}</span> },
              cell: (station) =>
                isOffered && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={w.moveOf(station.station)}
                    onClick={() => setOpened(station)}
                  >
                    {w.move}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {opened === 'open' && <Open {...props} onClose={close} />}
      {opened !== null && opened !== 'open' && <Move {...props} station={opened} onClose={close} />}
    </Step>
  );
};
