/** "Rút kinh nghiệm": the report by its parts, scores, corrective actions. Who sees only his own sees what he scores and owes. */
import { Stack, Title } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconRobot } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Refused, type Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageLink } from '../../../parts/link.tsx';
import { Sign } from '../../../parts/marks.tsx';
import { Broken, Empty, Waiting } from '../../../parts/shown.tsx';
import { useView } from '../../../parts/view.ts';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { useMomentQuery } from '../use-file.ts';
import { Actions } from './actions.tsx';
import { Annexes } from './annexes.tsx';
import { AutoMark, ByStage, General, Mobilisation, Preparation } from './auto.tsx';
import { CHAPTERS, fillOf, isPart, PARTS, type Part } from './chapters.ts';
import { Causes, Limits, type OfReview, Strengths } from './findings.tsx';
import { ReviewHead } from './head.tsx';
import { Awards, Lessons, Proposals } from './outcome.tsx';
import './review.css';
import { Scores } from './scores.tsx';
import { said } from './words.ts';

const AUTO: readonly Part[] = ['c1', 'c2', 'c3', 'c4', 'c7', 'phu-luc'];

const Body = ({ part, of }: { readonly part: Part; readonly of: OfReview }): ReactNode => {
  switch (part) {
    case 'c1':
      return <General report={of.report} />;
    case 'c2':
      return <Preparation report={of.report} />;
    case 'c3':
      return <ByStage report={of.report} />;
    case 'c4':
      return <Mobilisation report={of.report} />;
    case 'c5':
      return <Strengths {...of} />;
    case 'c6':
      return <Limits {...of} />;
    case 'c7':
      return <Causes {...of} />;
    case 'c8':
      return <Lessons {...of} />;
    case 'c9':
      return <Proposals {...of} />;
    case 'c10':
      return <Awards {...of} />;
    case 'diem':
      return <Scores review={of.review} />;
    case 'hanh-dong':
      return <Actions review={of.review} />;
    case 'phu-luc':
      return <Annexes {...of} />;
    default:
      return part satisfies never;
  }
};

const Chapter = ({ part, of }: { readonly part: Part; readonly of: OfReview }): ReactNode => {
  const w = useWords(said);
  return (
    <section className="chapter">
      <div className="step-head">
        <Title order={2} className="section-title">
          {w[part]}
        </Title>
        {AUTO.includes(part) && <AutoMark />}
      </div>
      <Body part={part} of={of} />
    </section>
  );
};

const Fill = ({ report, part }: { readonly report: Schemas['ReviewReport']; readonly part: Part }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const fill = fillOf(report, part);
  if (fill === 'auto')
    return (
      <Sign icon={IconRobot} hue="grey">
        {w.auto}
      </Sign>
    );
  return fill === 0 ? (
    <Sign icon={IconCircleDashed} hue="orange">
      {w.empty}
    </Sign>
  ) : (
    <Sign icon={IconCheck} hue="green">
      {numberText(fill, language)}
    </Sign>
  );
};

const Nav = ({ report, shown }: { readonly report: Schemas['ReviewReport']; readonly shown: Part }): ReactNode => {
  const w = useWords(said);
  return (
    <nav aria-label={w.chapters} className="chapters no-print">
      <ul>
        {PARTS.map((part) => (
          <li key={part} data-first={part === 'diem' || undefined}>
            <Link
              to="."
              search={
                ((before: object) => ({ ...before, chuong: part, 'hanh-dong': undefined, in: undefined })) as never // the root's search
              }
              replace
              resetScroll={false}
              {...(part === shown ? { 'aria-current': 'page' as const } : {})}
            >
              <span>{w[part]}</span>
              <Fill report={report} part={part} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const Whole = ({ of }: { readonly of: OfReview }): ReactNode => {
  const w = useWords(said);
  const [{ chuong, 'hanh-dong': action, in: printed }] = useView();
  const shown: Part = isPart(chuong) ? chuong : action ? 'hanh-dong' : 'c6';
  return (
    <Stack gap="lg">
      <ReviewHead review={of.review} isWhole />
      {printed === '1' ? (
        <Stack gap="lg">
          <Title order={2} ta="center">
            {w.title}
          </Title>
          {[...CHAPTERS, 'diem' as const, 'hanh-dong' as const, 'phu-luc' as const].map((part) => (
            <Chapter key={part} part={part} of={of} />
          ))}
        </Stack>
      ) : (
        <div className="review-columns">
          <Nav report={of.report} shown={shown} />
          <Chapter part={shown} of={of} />
        </div>
      )}
    </Stack>
  );
};

/** What a body that takes part may see: the domains it scores and the actions it owes or checks. */
const Own = ({ review }: { readonly review: Schemas['Review'] }): ReactNode => {
  const w = useWords(said);
  return (
    <Stack gap="xl">
      {review.scores.length > 0 && (
        <section>
          <Title order={2} className="section-title">
            {w.diem}
          </Title>
          <Scores review={review} />
        </section>
      )}
      <section aria-labelledby="own-actions">
        <Title order={2} className="section-title" id="own-actions">
          {w['hanh-dong']}
        </Title>
        <Actions review={review} />
      </section>
    </Stack>
  );
};

const isRefusal = (error: unknown, ...statuses: number[]): boolean =>
  error instanceof Refused && statuses.includes(error.problem.status);

export const Tab = ({ file }: { readonly file: File }): ReactNode => {
  const w = useWords(said);
  const input = { path: { id: file.id }, query: useMomentQuery() };
  const review = useRead('/api/v1/reviews/{id}', input, { keepLast: true, enabled: file.beside.review });
  const report = useRead('/api/v1/reviews/{id}/report', input, { keepLast: true, enabled: review.data !== undefined });
  if (!review.data) {
    if (!file.beside.review || isRefusal(review.error, 404, 409))
      return (
        <Empty
          action={
            <PageLink to="/dien-tap/$id/$tab" params={{ id: file.id, tab: 'thuc-hanh' }}>
              {w.toRun}
            </PageLink>
          }
        >
          {w.notYet}
        </Empty>
      );
    return review.error ? <Broken error={review.error} onRetry={() => void review.refetch()} /> : <Waiting />;
  }
  if (report.data) return <Whole of={{ file, review: review.data, report: report.data }} />;
  if (isRefusal(report.error, 403, 404)) return <Own review={review.data} />;
  return report.error ? <Broken error={report.error} onRetry={() => void report.refetch()} /> : <Waiting />;
};
