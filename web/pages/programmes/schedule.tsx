/** A review that has not been opened is moved, or one is added; both with the reason. */
import { Group, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { REVIEW_KIND_NAMES } from '../../../domain/labels/words-programme.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { useAct } from '../../parts/use-act.ts';
import { addDays } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { nextNumber } from './dialogs.tsx';
import type { Programme } from './rights.ts';
import { acts } from './words-acts.ts';

type Review = Programme['reviews'][number];
const KINDS = ['sixMonth', 'yearly', 'midTerm', 'final'] as const;

/** Without `review` a new one, numbered after those that were added before. */
export const ScheduleReview = ({
  file,
  review,
  onClose,
}: {
  readonly file: Programme;
  readonly review?: Review;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const [kind, setKind] = useState<Review['kind']>(review?.kind ?? 'yearly');
  const [from, setFrom] = useState<string | null>(review?.from ?? file.term.from);
  const [to, setTo] = useState<string | null>(review?.to ?? null);
  const [opensOn, setOpensOn] = useState<string | null>(review?.opensOn ?? null);
  const [due, setDue] = useState<string | null>(review?.due ?? null);
  const [reason, setReason] = useState('');
  const [added] = useState(() =>
    nextNumber(
      'B',
      file.reviews.map((each) => each.review).filter((id) => id.startsWith('B')),
    ),
  );
  const act = useAct('programmes', file.id, w.moved, onClose);
  const id = review?.review ?? added;
  const title = review ? w.moveOf(say(review.name)) : w.addReview;
  const isWrong = (opensOn && due && due < opensOn) || (from && to && to < from);
  const send = (): void => {
    if (from && to && opensOn && due)
      act.send({ type: 'ScheduleReview', review: id, kind, from, to, opensOn, due, reason: reason.trim() });
  };
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={title}
      button={review ? w.move : w.addReview}
      error={act.error}
      sending={act.sending}
      disabled={!from || !to || !opensOn || !due || Boolean(isWrong) || reason.trim() === ''}
      dirty={reason !== ''}
    >
      {!review && (
        <Select
          id="field-kind"
          label={w.reviewKind}
          data={KINDS.map((value) => ({ value, label: say(REVIEW_KIND_NAMES[value]) }))}
          value={kind}
          onChange={(next) => setKind(KINDS.find((each) => each === next) ?? kind)}
          allowDeselect={false}
        />
      )}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DateField
          id="field-opensOn"
          label={w.opensOn}
          value={opensOn}
          onChange={setOpensOn}
          min={addDays(file.today, 1)}
          required
        />
        <DateField
          id="field-due"
          label={w.dueOn}
          value={due}
          onChange={setDue}
          min={addDays(file.today, 1)}
          error={isWrong && w.daysWrong}
          required
        />
      </Group>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <DateField id="field-from" label={w.reviewFrom} value={from} onChange={setFrom} required />
        <DateField id="field-to" label={w.reviewTo} value={to} onChange={setTo} required />
      </Group>
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
