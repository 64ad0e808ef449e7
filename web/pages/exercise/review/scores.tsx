/** Scores: domain × scorer with mean and gap; a gap too large waits for the head. Points never stand without their evidence. */
import { Button, Group, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { Sign } from '../../../parts/marks.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { PanelActs } from './panel-dialogs.tsx';
import { mayAssignScorers, mayDecide, mayScore, maySettle } from './rights.ts';
import { RecordScore, SettleScore } from './score-dialogs.tsx';
import { usePoints } from './use-points.ts';
import { said } from './words.ts';

type Review = Schemas['Review'];
type Domain = Review['scores'][number];

const useCoverage = (): ((coverage: Domain['coverage']) => string) => {
  const { language } = useLanguage();
  return ({ percent }) => (percent === null ? '–' : `${numberText(percent, language, 2)}%`);
};

const Mean = ({ domain }: { readonly domain: Domain }): ReactNode => {
  const w = useWords(said);
  const points = usePoints();
  const { settled, scores } = domain;
  if (domain.points !== null) return <b>{points(domain.points)}</b>;
  if (settled) return <b>{points(settled.points)}</b>;
  if (scores.length === 0) return <>–</>;
  const mean = scores.reduce((sum, score) => sum + score.points, 0) / scores.length;
  return (
    <span className="quiet">
      {points(Math.round(mean * 100) / 100)} ({w.provisional})
    </span>
  );
};

const Lines = ({ domain }: { readonly domain: Domain }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const points = usePoints();
  const nameOf = (code: string | null): string => {
    const criterion = domain.criteria.find((each) => each.code === code);
    return criterion ? say(criterion.name) : w.wholeDomain(points(domain.largest));
  };
  if (domain.lines.length === 0) return null;
  const scorers = [...new Set(domain.lines.map(({ scorer }) => scorer))];
  return (
    <details>
      <summary>{w.lines}</summary>
      <ul className="figures">
        {domain.lines.map(({ criterion, scorer, points: given, event, evidence, observations }) => (
          <li key={event}>
            {w.scorer(scorers.indexOf(scorer) + 1)}: {nameOf(criterion)} – <b>{points(given)}</b>
            {evidence.length + observations.length > 0 && (
              <span className="quiet">
                {' '}
                ·{' '}
                {[...evidence.map((each) => (typeof each === 'string' ? each : each.event)), ...observations].join(
                  '; ',
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Notes = ({ domain }: { readonly domain: Domain }): ReactNode => {
  const w = useWords(said);
  const points = usePoints();
  const { settled, gapTooLarge, missing } = domain;
  return (
    <>
      {points(domain.gap)}
      {gapTooLarge && !settled && (
        <div>
          <Sign icon={IconAlertTriangle} hue="red">
            {w.needsHead}
          </Sign>
        </div>
      )}
      {settled && <div className="quiet">{w.settledAs(points(settled.points), settled.reason)}</div>}
      {missing > 0 && <div className="quiet">{w.missing(missing)}</div>}
    </>
  );
};

const DomainRow = ({
  review,
  domain,
  columns,
  onOpen,
}: {
  readonly review: Review;
  readonly domain: Domain;
  readonly columns: number;
  readonly onOpen: (act: 'score' | 'settle') => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const points = usePoints();
  const coverage = useCoverage();
  const { acting, user } = useMe();
  const isNow = useAsOf() === undefined;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {say(domain.name)}
        <Lines domain={domain} />
      </Table.Th>
      <Table.Td ta="right">{points(domain.largest)}</Table.Td>
      {Array.from({ length: columns }, (_, n) => (
        <Table.Td key={n} ta="right">
          {domain.scores[n] ? points(domain.scores[n].points) : '–'}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <Mean domain={domain} />
      </Table.Td>
      <Table.Td ta="right">{coverage(domain.coverage)}</Table.Td>
      <Table.Td>
        <Notes domain={domain} />
      </Table.Td>
      <Table.Td className="no-print">
        {isNow && (
          <Group gap="xs" wrap="nowrap">
            {mayScore(review, domain, acting, user.person) && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={w.scoreOf(say(domain.name))}
                onClick={() => onOpen('score')}
              >
                {w.score}
              </Button>
            )}
            {maySettle(review, domain, acting) && (
              <Button size="compact-sm" onClick={() => onOpen('settle')}>
                {w.settle}
              </Button>
            )}
            {mayAssignScorers(review, acting) && (
              <PanelActs review={review} domain={domain} withBodies={mayDecide(review, acting)} />
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

export const Scores = ({ review }: { readonly review: Review }): ReactNode => {
  const w = useWords(said);
  const [opened, setOpened] = useState<{ readonly act: 'score' | 'settle'; readonly domain: Domain } | null>(null);
  const columns = Math.max(2, ...review.scores.map(({ scores }) => scores.length));
  const close = (): void => setOpened(null);
  return (
    <>
      <Table.ScrollContainer minWidth={720} type="native" tabIndex={0} role="region" aria-label={w.diem}>
        <Table verticalSpacing="xs" className="rows figures score-table">
          <caption className="only-heard">{w.diem}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{w.domain}</Table.Th>
              <Table.Th scope="col" ta="right">
                {w.largest}
              </Table.Th>
              {Array.from({ length: columns }, (_, n) => (
                <Table.Th scope="col" key={n} ta="right">
                  {w.scorer(n + 1)}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {w.mean}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {w.evidence}
              </Table.Th>
              <Table.Th scope="col">{w.gap}</Table.Th>
              <Table.Th scope="col" className="no-print">
                <span className="only-heard">{w.score}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {review.scores.map((domain) => (
              <DomainRow
                key={domain.domain}
                review={review}
                domain={domain}
                columns={columns}
                onOpen={(act) => setOpened({ act, domain })}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {w.noInterest}
      </Text>
      {opened?.act === 'score' && <RecordScore review={review} domain={opened.domain} onClose={close} />}
      {opened?.act === 'settle' && <SettleScore review={review} domain={opened.domain} onClose={close} />}
    </>
  );
};
