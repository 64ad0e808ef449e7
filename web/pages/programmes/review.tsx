/** One review: reports owed, the draft from the figures, the meeting, and what comes of it. */
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { figureText } from '../../../domain/labels/figures-programme.ts';
import type { Schemas } from '../../client/http.ts';
import { useRead } from '../../client/read.ts';
import { ActDialog } from '../../parts/act-dialog.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { emptyPaper, PaperFields, paperSent } from '../../parts/paper-fields.tsx';
import { Rows } from '../../parts/rows.tsx';
import { Section } from '../../parts/section.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { useAct } from '../../parts/use-act.ts';
import { useAsOf, useView } from '../../parts/view.ts';
import { dateText, distanceText, instantText, numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Commend, Commendations } from './commend.tsx';
import { useTargetText } from './detail.tsx';
import { VerdictCounts, VerdictMark } from './marks.tsx';
import { AddRecommendation, Quarters, Work } from './outcome.tsx';
import { ReviewPaper } from './review-paper.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';

type ReviewShown = Schemas['ProgrammeReview'];
interface Of {
  readonly file: Programme;
  readonly review: ReviewShown;
}

const Duties = ({ file, review }: Of): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { body } = useRights(file);
  const [text, setText] = useState('');
  const act = useAct('programmes', file.id, w.contributed);
  const owes = review.duties.some((duty) => duty.body === body && duty.contribution === null);
  return (
    <Section title={w.duties}>
      <Rows
        rows={review.duties}
        rowKey={(duty) => duty.body}
        caption={w.duties}
        columns={[
          { key: 'body', head: w.parties, isTitle: true, cell: ({ bodyName }) => say(bodyName) },
          {
            key: 'state',
            head: w.state,
            cell: ({ contribution, due, workingDaysLeft }) =>
              contribution
                ? w.sentAt(instantText(contribution.at))
                : `${w.notSent} · ${dateText(due)} · ${distanceText(workingDaysLeft, language)}`,
          },
          { key: 'text', head: w.text, cell: ({ contribution }) => contribution?.text ?? '–' },
        ]}
      />
      {owes && review.review.status === 'open' && (
        <Group>
          <Button onClick={act.open}>{w.contribute}</Button>
        </Group>
      )}
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={() => act.send({ type: 'SubmitContribution', review: review.review.review, text: text.trim() })}
        title={w.contribute}
        button={w.contribute}
        error={act.error}
        sending={act.sending}
        disabled={text.trim() === ''}
        dirty={text !== ''}
      >
        <Textarea
          id="field-text"
          label={w.text}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          maxLength={4000}
          autosize
          minRows={4}
          required
        />
      </ActDialog>
    </Section>
  );
};

const Draft = ({ review }: Pick<Of, 'review'>): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const n = (value: number): string => numberText(value, language, 2);
  return (
    <Section title={w.draft} what={w.draftWhat}>
      <VerdictCounts counts={review.counts} />
      <Rows
        rows={review.lines}
        rowKey={({ indicator }) => indicator}
        caption={w.draft}
        columns={[
          { key: 'name', head: w.indicator, isTitle: true, cell: ({ indicator, name }) => `${indicator} ${say(name)}` },
          { key: 'figure', head: w.figure, cell: ({ figure }) => <span className="figures">{say(figure.text)}</span> },
          { key: 'verdict', head: w.state, cell: ({ figure }) => <VerdictMark verdict={figure.verdict} /> },
          {
            key: 'trend',
            head: w.trend,
            cell: ({ trend, forecast }) =>
              [
                trend &&
                  (trend.direction === 'level'
                    ? w.trendLevel
                    : trend.direction === 'up'
                      ? w.trendUp(n(trend.change))
                      : w.trendDown(n(-trend.change))),
                forecast && w.forecast(forecast.column, n(forecast.value)),
              ]
                .filter(Boolean)
                .join(' · ') || '–',
          },
        ]}
      />
    </Section>
  );
};

const Held = ({ file, review }: Of): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { held } = review;
  if (!held) return null;
  const of = (code: string) => file.indicators.find((each) => each.code === code);
  return (
    <Section title={w.frozen} what={w.minutes(held.minutes.number, dateText(held.date))}>
      <Text className="pre-line">{held.conclusion}</Text>
      {held.missing.length > 0 && <Text>{w.missing(held.missing.join(', '))}</Text>}
      <Rows
        rows={held.figures}
        rowKey={({ indicator }) => indicator}
        caption={w.frozen}
        columns={[
          { key: 'name', head: w.indicator, isTitle: true, cell: ({ indicator }) => indicator },
          {
            key: 'figure',
            head: w.figure,
            cell: (figure) =>
              figureText(
                { ...figure, qualifier: null },
                of(figure.indicator)?.measure ?? 'number',
                of(figure.indicator)?.unit ?? '',
                language,
              ),
          },
          { key: 'verdict', head: w.state, cell: ({ verdict }) => <VerdictMark verdict={verdict} /> },
        ]}
      />
    </Section>
  );
};

const Hold = ({ file, review }: Of): ReactNode => {
  const w = useWords(said);
  const [date, setDate] = useState<string | null>(file.today);
  const [paper, setPaper] = useState(emptyPaper);
  const [conclusion, setConclusion] = useState('');
  const act = useAct('programmes', file.id, w.heldDone);
  const minutes = paperSent(paper);
  const send = (): void => {
    if (date && minutes)
      act.send({
        type: 'HoldProgrammeReview',
        review: review.review.review,
        date,
        minutes,
        conclusion: conclusion.trim(),
      });
  };
  return (
    <>
      <Button onClick={act.open}>{w.hold}</Button>
      <ActDialog
        opened={act.opened}
        onClose={act.close}
        onSend={send}
        title={w.hold}
        button={w.hold}
        error={act.error}
        sending={act.sending}
        disabled={!date || !minutes || conclusion.trim() === ''}
        dirty={conclusion !== ''}
      >
        <DateField id="field-date" label={w.date} value={date} onChange={setDate} max={file.today} required />
        <PaperFields paper={paper} onChange={setPaper} withForm={false} path="minutes" />
        <Textarea
          id="field-conclusion"
          label={w.conclusion}
          value={conclusion}
          onChange={({ currentTarget }) => setConclusion(currentTarget.value)}
          maxLength={4000}
          autosize
          minRows={3}
          required
        />
      </ActDialog>
    </>
  );
};

const Acts = ({ file, review }: Of): ReactNode => {
  const w = useWords(said);
  const { keeps } = useRights(file);
  const act = useAct('programmes', file.id, w.finished);
  const { status, review: id } = review.review;
  if (!keeps || (status !== 'open' && status !== 'held')) return null;
  return (
    <Group>
      {status === 'open' && <Hold file={file} review={review} />}
      <AddRecommendation file={file} review={id} />
      {status === 'held' && (
        <Button loading={act.sending} onClick={() => act.send({ type: 'FinishProgrammeReview', review: id })}>
          {w.finish}
        </Button>
      )}
      {act.error && <Broken error={act.error} />}
    </Group>
  );
};

const Adjusted = ({ review }: Pick<Of, 'review'>): ReactNode => {
  const w = useWords(said);
  const target = useTargetText();
  if (review.adjusted.length === 0) return <Text>{w.nothing}</Text>;
  return (
    <ul className="field-errors">
      {review.adjusted.map(({ indicator, column, from, to, reason }) => (
        <li key={`${indicator} ${column}`}>
          {w.historyLine(indicator, column, target(from), target(to), reason ? ` (${reason})` : '')}
        </li>
      ))}
    </ul>
  );
};

export const Review = ({ file, review: id }: { readonly file: Programme; readonly review: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const asOf = useAsOf();
  const [, setView] = useView();
  const read = useRead('/api/v1/programmes/{id}/reviews/{review}', {
    path: { id: file.id, review: id },
    ...(asOf ? { query: { asOf } } : {}),
  });
  return (
    <Stack gap="lg">
      <Group>
        <Button variant="subtle" size="compact-md" onClick={() => setView({ ky: undefined })}>
          {w.back}
        </Button>
      </Group>
      <Shown read={read}>
        {(review) => (
          <Stack gap="lg">
            <Group justify="space-between">
              <Title order={2} size="h3">
                {say(review.review.name)} · {say(review.review.statusLabel)}
              </Title>
              <Acts file={file} review={review} />
            </Group>
            {review.duties.length > 0 && <Duties file={file} review={review} />}
            {review.held ? <Held file={file} review={review} /> : <Draft review={review} />}
            <ReviewPaper file={file} review={review} />
            <Section title={w.adjusted}>
              <Adjusted review={review} />
            </Section>
            <Section title={w.recommendations}>
              <Work file={file} rows={review.recommendations} />
            </Section>
            <Section title={w.quarters}>
              <Quarters quarters={review.quarters} />
            </Section>
            <Section title={w.commendations} aside={<Commend file={file} review={id} />}>
              <Commendations rows={review.commendations} />
            </Section>
          </Stack>
        )}
      </Shown>
    </Stack>
  );
};
