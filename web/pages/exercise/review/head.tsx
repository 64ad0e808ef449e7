/** Always two figures together: points and how much of them stands on evidence; the grade beside them; the acts of the whole. */
import { Button, Group, Textarea } from '@mantine/core';
import { IconAward } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { emptyPaper, PaperFields, paperSent } from '../../../parts/paper-fields.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { linesOf } from './chapters.ts';
import { mayDecide, mayFinish, mayWrite } from './rights.ts';
import { usePoints } from './use-points.ts';
import { said } from './words.ts';

type Review = Schemas['Review'];
interface OfDialog {
  readonly review: Review;
  readonly onClose: () => void;
}

const usePointsText = (): ((review: Review) => string) => {
  const w = useWords(said);
  const text = usePoints();
  return ({ result, points, scores }) => {
    if (result) return w.points(text(result.points));
    if (!points) return w.noPoints;
    const all = scores.reduce((sum, { largest }) => sum + largest, 0);
    return points.of === all ? w.points(text(points.sum)) : w.pointsOf(text(points.sum), text(points.of));
  };
};

const Meeting = ({ review, onClose, isDebrief }: OfDialog & { readonly isDebrief: boolean }): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  const [date, setDate] = useState<string | null>(today);
  const [strengths, setStrengths] = useState('');
  const [limits, setLimits] = useState('');
  const [paper, setPaper] = useState(emptyPaper);
  const act = useAct('reviews', review.id, isDebrief ? w.debriefDone : w.holdDone, onClose);
  const minutes = paperSent(paper);
  const points = [
    ...linesOf(strengths).map((text) => ({ kind: 'strength' as const, text })),
    ...linesOf(limits).map((text) => ({ kind: 'limit' as const, text })),
  ];
  const send = (): void => {
    if (!date) return;
    if (isDebrief) act.send({ type: 'RecordDebrief', date, points, ...(minutes ? { minutes } : {}) });
    else if (minutes) act.send({ type: 'HoldReview', date, minutes });
  };
  const list = (label: string, value: string, onChange: (typed: string) => void): ReactNode => (
    <Textarea
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      autosize
      minRows={2}
    />
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={send}
      title={isDebrief ? w.recordDebrief : w.hold}
      button={isDebrief ? w.recordDebrief : w.hold}
      error={act.error}
      sending={act.sending}
      disabled={!date || (!isDebrief && !minutes)}
      dirty={strengths !== '' || limits !== '' || paper.number !== ''}
    >
      <DateField id="field-date" label={w.day} value={date} onChange={setDate} max={today} required />
      {isDebrief && list(w.debriefStrengths, strengths, setStrengths)}
      {isDebrief && list(w.debriefLimits, limits, setLimits)}
      <fieldset className="plain-set">
        <legend>{w.minutes}</legend>
        <PaperFields paper={paper} onChange={setPaper} withForm={false} />
      </fieldset>
    </ActDialog>
  );
};

const Decide = ({ review, onClose }: OfDialog): ReactNode => {
  const w = useWords(said);
  const pointsText = usePointsText();
  const act = useAct('reviews', review.id, w.decided, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'DecideGrade' }, { expectedVersion: review.version })}
      title={w.decide}
      button={w.decide}
      effect={w.decideWhat(pointsText(review))}
      error={act.error}
      sending={act.sending}
    />
  );
};

const Finish = ({ review, onClose }: OfDialog): ReactNode => {
  const w = useWords(said);
  const act = useAct('reviews', review.id, w.finished, onClose);
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() => act.send({ type: 'FinishReview' }, { expectedVersion: review.version })}
      title={w.finish}
      button={w.finish}
      effect={w.finishWhat}
      error={act.error}
      sending={act.sending}
    />
  );
};

const Figures = ({ review }: { readonly review: Review }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const pointsText = usePointsText();
  const { percent } = review.coverage;
  const coverage = percent === null ? w.noCoverage : w.coverage(numberText(percent, language, 2));
  return (
    <div>
      <p className="review-figures figures">
        <b>
          {pointsText(review)} · {coverage}
        </b>
        {review.result && (
          <Sign icon={IconAward} hue="blue" strong>
            {w.grade}: {say(review.result.grade.label)}
          </Sign>
        )}
      </p>
      <p className="quiet">
        {[
          w[`phase_${review.phase}`],
          `${w.debrief.toLowerCase()}: ${review.debrief ? dateText(review.debrief.date) : w.notHeld}`,
          `${w.conference.toLowerCase()}: ${
            review.held ? w.heldOn(dateText(review.held.date), review.held.minutes.number) : w.notHeld
          }`,
          ...(review.seriousIncidents > 0 ? [w.capped(review.seriousIncidents)] : []),
          ...(review.failedTasks.length > 0 ? [w.failed(review.failedTasks.join(', '))] : []),
        ].join(' · ')}
      </p>
    </div>
  );
};

type ActCode = 'debrief' | 'hold' | 'decide' | 'finish';

export const ReviewHead = ({ review, isWhole }: { readonly review: Review; readonly isWhole: boolean }): ReactNode => {
  const w = useWords(said);
  const { acting } = useMe();
  const isNow = useAsOf() === undefined;
  const [{ in: printed }, change] = useView();
  const [opened, setOpened] = useState<ActCode | null>(null);
  const writes = isNow && mayWrite(review);
  const offered: readonly (readonly [ActCode, string, boolean])[] = [
    ['debrief', w.recordDebrief, writes && review.debrief === null],
    ['hold', w.hold, writes && review.held === null],
    ['decide', w.decide, isNow && mayDecide(review, acting)],
    ['finish', w.finish, isNow && mayFinish(review)],
  ];
  const close = (): void => setOpened(null);
  return (
    <section className="status-card" aria-label={w.grade}>
      <Figures review={review} />
      <Group gap="sm" className="no-print">
        {offered.map(
          ([code, label, may]) =>
            may && (
              <Button
                key={code}
                variant={code === 'decide' || code === 'finish' ? 'filled' : 'default'}
                onClick={() => setOpened(code)}
              >
                {label}
              </Button>
            ),
        )}
        {isWhole && (
          <Button
            variant="default"
            onClick={() => change({ in: printed === '1' ? undefined : '1', chuong: undefined })}
          >
            {printed === '1' ? w.back : w.whole}
          </Button>
        )}
      </Group>
      {opened === 'debrief' && <Meeting review={review} onClose={close} isDebrief />}
      {opened === 'hold' && <Meeting review={review} onClose={close} isDebrief={false} />}
      {opened === 'decide' && <Decide review={review} onClose={close} />}
      {opened === 'finish' && <Finish review={review} onClose={close} />}
    </section>
  );
};
