/** Safety incidents of the drill: none is the target; a serious one caps the grade. */
import { Button, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { InstantField } from '../../../parts/instant-field.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { useBusinessClock } from '../../../parts/now.ts';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { instantText } from '../../../words/format.ts';
import { useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { emptyIncident, IncidentFields } from './incident-fields.tsx';
import { said } from './words.ts';

type Incident = Schemas['Drill']['incidents'][number];

/** `SC-3`: the next free number. */
export const nextIncident = (incidents: readonly Pick<Incident, 'incident'>[]): string => {
  const used = new Set(incidents.map(({ incident }) => incident));
  let number = incidents.length + 1;
  while (used.has(`SC-${number}`)) number += 1;
  return `SC-${number}`;
};

const Report = ({ drill, onClose }: { readonly drill: Schemas['Drill']; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const clock = useBusinessClock();
  const [incident] = useState(() => nextIncident(drill.incidents));
  const [draft, setDraft] = useState(emptyIncident);
  const [at, setAt] = useState<string | null>(() => new Date(Math.floor(clock() / 60_000) * 60_000).toISOString());
  const act = useAct('drills', drill.id, w.reported, onClose);
  const note = draft.note.trim();
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => at && act.send({ type: 'ReportIncident', incident, ...draft, note, occurredAt: at })}
      title={w.report}
      button={w.reportThis(incident)}
      effect={w.reportWhat}
      error={act.error}
      sending={act.sending}
      danger={draft.severity === 'serious'}
      disabled={note === '' || at === null}
      dirty={draft.note !== ''}
    >
      <IncidentFields draft={draft} onChange={setDraft} most={200} />
      <InstantField id="field-occurredAt" label={w.when} value={at} onChange={setAt} required />
    </ActDialog>
  );
};

const Revise = ({
  drill,
  incident,
  onClose,
}: {
  readonly drill: Schemas['Drill'];
  readonly incident: Incident;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [reason, setReason] = useState('');
  const act = useAct('drills', drill.id, w.revised, onClose);
  const severity = incident.severity === 'minor' ? 'serious' : 'minor';
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'ReviseIncident', incident: incident.incident, severity, reason: reason.trim() })}
      title={`${w.revise}: ${incident.incident}`}
      button={w.reviseTo(w[severity].toLowerCase())}
      error={act.error}
      sending={act.sending}
      disabled={reason.trim() === ''}
      dirty={reason !== ''}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const SeverityMark = ({ severity }: { readonly severity: Incident['severity'] }): ReactNode => {
  const w = useWords(said);
  return (
    <Sign
      icon={severity === 'serious' ? IconCircleX : IconAlertTriangle}
      hue={severity === 'serious' ? 'red' : 'orange'}
    >
      {w[severity]}
    </Sign>
  );
};

export const Incidents = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const asOf = useAsOf();
  const { data: drill } = useRead(
    '/api/v1/drills/{id}',
    { path: { id: file.id }, query: useMomentQuery() },
    { enabled: file.beside.drill },
  );
  const [opened, setOpened] = useState<'report' | Incident | null>(null);
  if (!drill) return null;
  const isNow = asOf === undefined;
  const may = isNow && drill.may.reportIncident;
  const close = (): void => setOpened(null);
  return (
    <section>
      <div className="step-head">
        <Title order={2} className="section-title">
          {w.incidents}
        </Title>
        {may && (
          <Button variant="default" onClick={() => setOpened('report')} className="no-print">
            {w.report}
          </Button>
        )}
      </div>
      {drill.incidents.length === 0 ? (
        <p className="quiet">{w.noIncidents}</p>
      ) : (
        <Rows
          rows={drill.incidents}
          rowKey={({ incident }) => incident}
          caption={w.incidents}
          columns={[
            { key: 'incident', head: w.number, isTitle: true, cell: ({ incident }) => incident },
            { key: 'severity', head: w.severity, cell: ({ severity }) => <SeverityMark severity={severity} /> },
            { key: 'subject', head: w.subject, cell: ({ subject }) => w[subject] },
            { key: 'note', head: w.what, cell: ({ note }) => note },
            { key: 'at', head: w.when, cell: ({ occurredAt }) => instantText(occurredAt) },
            {
              ...{ key: 'act', head: <span className="only-heard">{w.revise}</span> },
              cell: (incident) =>
                isNow &&
                drill.may.rule && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`${w.revise}: ${incident.incident}`}
                    onClick={() => setOpened(incident)}
                  >
                    {w.revise}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {opened === 'report' && <Report drill={drill} onClose={close} />}
      {opened !== null && opened !== 'report' && <Revise drill={drill} incident={opened} onClose={close} />}
    </section>
  );
};
