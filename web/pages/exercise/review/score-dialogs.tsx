/** One scorer's points for a domain or one of its criteria, with evidence; and the head's word where two are too far apart. */
import { Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { linesOf, readPoints } from './chapters.ts';
import { usePoints } from './use-points.ts';
import { said } from './words.ts';

type Review = Schemas['Review'];
interface OfDomain {
  readonly review: Review;
  readonly domain: Review['scores'][number];
  readonly onClose: () => void;
}
const WHOLE = '*';

const PointsField = ({
  typed,
  onChange,
  largest,
}: {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  readonly largest: number;
}): ReactNode => {
  const w = useWords(said);
  const text = usePoints();
  const points = readPoints(typed);
  return (
    <TextInput
      id="field-points"
      label={`${w.pointsField} (0–${text(largest)})`}
      description={points === null ? undefined : w.pointsHint(text(points))}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={typed}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={typed !== '' && (points === null || points > largest)}
      inputMode="decimal"
      autoComplete="off"
      maxLength={6}
      required
      maw="12rem"
    />
  );
};

export const RecordScore = ({ review, domain, onClose }: OfDomain): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const text = usePoints();
  const [criterion, setCriterion] = useState(domain.criteria[0]?.code ?? WHOLE);
  const [typed, setTyped] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useAct('reviews', review.id, w.scored, onClose);
  const chosen = domain.criteria.find(({ code }) => code === criterion);
  const largest = chosen?.largest ?? domain.largest;
  const points = readPoints(typed);
  const lines = linesOf(evidence);
  const send = (): void => {
    if (points !== null)
      act.send({
        ...{ type: 'RecordScore', domain: domain.domain, points },
        ...(chosen ? { criterion: chosen.code } : {}),
        ...(lines.length > 0 ? { evidence: lines } : {}),
      });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={w.scoreOf(say(domain.name))}
      button={w.scoreThis(points === null ? '…' : text(points))}
      error={act.error}
      sending={act.sending}
      disabled={points === null || points > largest}
      dirty={typed !== '' || evidence !== ''}
    >
      <Select
        id="field-criterion"
        label={w.scoreFor}
        data={[
          ...domain.criteria.map(({ code, name, largest: most, critical }) => ({
            value: code,
            label: `${w.criterionOf(say(name), text(most))}${critical ? ` – ${w.critical}` : ''}`,
          })),
          { value: WHOLE, label: w.wholeDomain(text(domain.largest)) },
        ]}
        value={criterion}
        onChange={(code) => setCriterion(code ?? WHOLE)}
        allowDeselect={false}
      />
      <PointsField typed={typed} onChange={setTyped} largest={largest} />
      <Textarea
        id="field-evidence"
        label={w.evidenceField}
        description={w.evidenceWhat}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={evidence}
        onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
        autosize
        minRows={2}
      />
    </ActDialog>
  );
};

export const SettleScore = ({ review, domain, onClose }: OfDomain): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const text = usePoints();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct('reviews', review.id, w.settled, onClose);
  const points = readPoints(typed);
  const given = domain.scores.map((score, n) => `${w.scorer(n + 1)}: ${text(score.points)}`).join(' · ');
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        points !== null &&
        act.send(
          { type: 'SettleScore', domain: domain.domain, points, reason: reason.trim() },
          { expectedVersion: review.version },
        )
      }
      title={`${w.settle}: ${say(domain.name)}`}
      button={w.scoreThis(points === null ? '…' : text(points))}
      effect={given}
      error={act.error}
      sending={act.sending}
      disabled={points === null || points > domain.largest || reason.trim() === ''}
      dirty={typed !== '' || reason !== ''}
    >
      <PointsField typed={typed} onChange={setTyped} largest={domain.largest} />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
