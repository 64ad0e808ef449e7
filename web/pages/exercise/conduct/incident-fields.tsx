/** What is said of a safety incident: whom it is about, how grave it was, and what happened. */
import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { RadioChoice } from '../../../parts/radio-choice.tsx';
import { useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export type IncidentDraft = Pick<Schemas['Drill']['incidents'][number], 'subject' | 'severity' | 'note'>;

export const emptyIncident: IncidentDraft = { subject: 'people', severity: 'minor', note: '' };

export const IncidentFields = ({
  draft,
  onChange,
  most,
}: {
  readonly draft: IncidentDraft;
  readonly onChange: (draft: IncidentDraft) => void;
  /** Characters that the note may have. */
  readonly most: number;
}): ReactNode => {
  const w = useWords(said);
  return (
    <>
      <RadioChoice
        label={w.subject}
        options={[
          ['people', w.people],
          ['weapons', w.weapons],
          ['vehicles', w.vehicles],
        ]}
        value={draft.subject}
        onChange={(subject) => onChange({ ...draft, subject })}
      />
      <RadioChoice
        label={w.severity}
        options={[
          ['minor', w.minor],
          ['serious', w.serious],
        ]}
        value={draft.severity}
        onChange={(severity) => onChange({ ...draft, severity })}
      />
      <Textarea
        id="field-note"
        label={w.what}
        value={draft.note}
        onChange={({ currentTarget }) => onChange({ ...draft, note: currentTarget.value })}
        maxLength={most}
        autosize
        minRows={2}
        required
      />
    </>
  );
};
