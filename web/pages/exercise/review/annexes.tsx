/** Annexes: incidents, observations of the run, roll call, money, limits of earlier exercises. */
import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf } from '../../../parts/view.ts';
import { bodyWords } from '../../../words/bodies.ts';
import { dateText, instantText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { CarriedLimits } from '../conduct/carried.tsx';
import { emptyIncident, IncidentFields } from '../conduct/incident-fields.tsx';
import { SeverityMark } from '../conduct/incidents.tsx';
import { useUnitNames } from '../muster/use-units.ts';
import type { OfReview } from './findings.tsx';
import { mayNoteIncident } from './rights.ts';
import { said } from './words.ts';

const SUBJECTS = ['people', 'weapons', 'vehicles'] as const;

const RecordIncident = ({ review, onClose }: OfReview & { readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const [draft, setDraft] = useState(emptyIncident);
  const act = useAct('reviews', review.id, w.incidentDone, onClose);
  const note = draft.note.trim();
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'RecordIncident', ...draft, note })}
      title={w.addIncident}
      button={w.addIncident}
      error={act.error}
      sending={act.sending}
      danger={draft.severity === 'serious'}
      disabled={note === ''}
      dirty={draft.note !== ''}
    >
      <IncidentFields draft={draft} onChange={setDraft} most={500} />
    </ActDialog>
  );
};

const Incidents = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const isNow = useAsOf() === undefined;
  const [opened, setOpened] = useState(false);
  const { incidents } = of.report;
  return (
    <section>
      <h3>{w.incidents}</h3>
      {incidents.length === 0 ? (
        <Text c="dimmed">{w.none}</Text>
      ) : (
        <ul>
          {incidents.map(({ subject, severity, note, incident }) => (
            <li key={`${incident} ${note}`}>
              {incident && <b>{incident} </b>}
              <SeverityMark severity={severity} /> · {note}
              {subject && <span className="quiet"> · {w[SUBJECTS.find((each) => each === subject) ?? 'people']}</span>}
            </li>
          ))}
        </ul>
      )}
      {isNow && mayNoteIncident(of.review) && (
        <Button variant="default" size="compact-md" onClick={() => setOpened(true)} className="no-print">
          {w.addIncident}
        </Button>
      )}
      {opened && <RecordIncident {...of} onClose={() => setOpened(false)} />}
    </section>
  );
};

/** A figure of an open record; 0 where it is none. */
const figure = (counts: Readonly<Record<string, unknown>>, name: string): number => {
  const value = counts[name];
  return typeof value === 'number' ? value : 0;
};

export const Annexes = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  const { observations, rollCall, money } = of.report.annexes;
  const n = (value: number): string => numberText(value, language);
  return (
    <>
      <Incidents {...of} />
      <section>
        <h3>{w.observations}</h3>
        {observations.length === 0 ? (
          <Text c="dimmed">{w.noObservations}</Text>
        ) : (
          <ul>
            {observations.map(({ id, seenAt, text, by }) => (
              <li key={id}>
                <span className="figures">{instantText(seenAt)}</span> {text}{' '}
                <span className="quiet">· {say(bodyWords(by.body))}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {rollCall.length > 0 && (
        <section>
          <h3>{w.roll}</h3>
          <Rows
            rows={rollCall}
            rowKey={({ unit, kind }) => `${unit}/${kind}`}
            caption={w.roll}
            columns={[
              { key: 'unit', head: w.unit, isTitle: true, cell: ({ unit }) => nameOf(unit) },
              { key: 'kind', head: w.awardKind, cell: ({ kind }) => w[kind] },
              {
                ...{ key: 'came', head: w.attendanceRate },
                cell: ({ counts }) =>
                  `${n(figure(counts, 'presentOnTime') + figure(counts, 'presentLate'))}/${n(figure(counts, 'ordered'))}`,
              },
              { key: 'over', head: w.handoverRate, cell: ({ counts }) => n(figure(counts, 'handedOver')) },
            ]}
          />
        </section>
      )}
      {money.length > 0 && (
        <section>
          <h3>{w.money}</h3>
          <ul className="figures">
            {money.map(({ paper, number, date, amount }) => (
              <li key={paper}>
                {number}, {dateText(date)}: {w.money1(n(amount))}
              </li>
            ))}
          </ul>
        </section>
      )}
      <CarriedLimits file={of.file} />
    </>
  );
};
