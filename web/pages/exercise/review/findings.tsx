/** Chapters 5–7: strengths; limits as rows limit → cause → action; causes. */
import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { PageLink } from '../../../parts/link.tsx';
import { useAsOf } from '../../../parts/view.ts';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import type { File } from '../tabs.ts';
import { AmendFinding, RecordFinding } from './finding-dialogs.tsx';
import { PlanAction } from './plan-action.tsx';
import { mayWrite } from './rights.ts';
import { said } from './words.ts';

type Review = Schemas['Review'];
type Finding = Review['findings'][number];
export interface OfReview {
  readonly file: File;
  readonly review: Review;
  readonly report: Schemas['ReviewReport'];
}
type Opened =
  | { readonly act: 'add' }
  | { readonly act: 'amend' | 'withdraw' | 'plan'; readonly finding: Finding }
  | null;

const Notes = ({ finding, times }: { readonly finding: Finding; readonly times: number }): ReactNode => {
  const w = useWords(said);
  const notes = [
    ...(times > 1 ? [w.recurs(times)] : []),
    ...(finding.amended.length > 0 ? [w.amendedN(finding.amended.length)] : []),
    ...(finding.withdrawn === null ? [] : [w.withdrawn(finding.withdrawn)]),
  ];
  return notes.length === 0 ? null : <div className="quiet">{notes.join(' · ')}</div>;
};

const useFindingActs = ({ review }: OfReview) => {
  const asOf = useAsOf();
  const [opened, setOpened] = useState<Opened>(null);
  return { may: asOf === undefined && mayWrite(review), opened, setOpened };
};

const Dialogs = ({
  of,
  kind,
  opened,
  onClose,
}: {
  readonly of: OfReview;
  readonly kind: Finding['kind'];
  readonly opened: Opened;
  readonly onClose: () => void;
}): ReactNode => {
  if (opened === null) return null;
  if (opened.act === 'add') return <RecordFinding {...of} kind={kind} onClose={onClose} />;
  if (opened.act === 'plan') return <PlanAction {...of} finding={opened.finding} onClose={onClose} />;
  return (
    <AmendFinding review={of.review} finding={opened.finding} isEnd={opened.act === 'withdraw'} onClose={onClose} />
  );
};

const Buttons = ({
  finding,
  onOpen,
}: {
  readonly finding: Finding;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const w = useWords(said);
  if (finding.withdrawn !== null) return null;
  return (
    <Group gap="xs" className="no-print">
      {finding.kind === 'limit' && (
        <Button size="compact-sm" variant="default" onClick={() => onOpen({ act: 'plan', finding })}>
          {w.plan}
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ act: 'amend', finding })}>
        {w.amend}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => onOpen({ act: 'withdraw', finding })}>
        {w.withdraw}
      </Button>
    </Group>
  );
};

export const Strengths = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const { may, opened, setOpened } = useFindingActs(of);
  const strengths = of.review.findings.filter(({ kind }) => kind === 'strength');
  return (
    <>
      {may && (
        <Button variant="default" onClick={() => setOpened({ act: 'add' })} className="no-print" mb="sm">
          {w.addStrength}
        </Button>
      )}
      {strengths.length === 0 ? (
        <Text c="dimmed">{w.noStrengths}</Text>
      ) : (
        <ul className="lines">
          {strengths.map((finding) => (
            <li key={finding.id}>
              <b className="figures">{finding.id}</b> {finding.text}
              <Notes finding={finding} times={1} />
              {may && <Buttons finding={finding} onOpen={setOpened} />}
            </li>
          ))}
        </ul>
      )}
      <Dialogs of={of} kind="strength" opened={opened} onClose={() => setOpened(null)} />
    </>
  );
};

const LimitRow = ({
  of,
  finding,
  may,
  onOpen,
}: {
  readonly of: OfReview;
  readonly finding: Finding;
  readonly may: boolean;
  readonly onOpen: (opened: Opened) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { review, report, file } = of;
  const actions = review.actions.filter((action) => action.finding === finding.id);
  const again = report.recurring.find(({ findings }) =>
    findings.some((each) => each.review === file.id && each.finding === finding.id),
  );
  return (
    <li className="limit-row">
      <div>
        <b className="figures">{finding.id}</b> {finding.text}
        <Notes finding={finding} times={again?.times ?? 1} />
        {may && <Buttons finding={finding} onOpen={onOpen} />}
      </div>
      <div>
        {finding.cause && <p>{finding.cause}</p>}
        {finding.causes.map(({ kind, text }) => (
          <p key={text}>
            {w[kind]}: {text}
          </p>
        ))}
      </div>
      <div>
        {actions.length === 0 && finding.withdrawn === null && <span className="quiet">{w.noActionYet}</span>}
        {actions.map((action) => (
          <p key={action.id}>
            <PageLink
              to="/dien-tap/$id/$tab"
              params={{ id: file.id, tab: 'rut-kinh-nghiem' }}
              search={{ 'hanh-dong': action.id } as never} // the root's search
              className="figures"
            >
              {action.id}
            </PageLink>{' '}
            {action.text}
            <span className="quiet">
              {' '}
              · {say(action.ownerName)} · {dateText(action.due)} · {say(action.statusLabel)}
              {action.needsRetest && ` · ${w.needsRetest.toLowerCase()}`}
            </span>
          </p>
        ))}
      </div>
    </li>
  );
};

export const Limits = (of: OfReview): ReactNode => {
  const w = useWords(said);
  const { may, opened, setOpened } = useFindingActs(of);
  const limits = of.review.findings.filter(({ kind }) => kind === 'limit');
  return (
    <>
      {may && (
        <Button variant="default" onClick={() => setOpened({ act: 'add' })} className="no-print" mb="sm">
          {w.addLimit}
        </Button>
      )}
      {limits.length === 0 ? (
        <Text c="dimmed">{w.noLimits}</Text>
      ) : (
        <>
          <div className="limit-row limit-head" aria-hidden>
            <span>{w.limit}</span>
            <span>{w.cause}</span>
            <span>{w.action}</span>
          </div>
          <ul className="limits">
            {limits.map((finding) => (
              <LimitRow key={finding.id} of={of} finding={finding} may={may} onOpen={setOpened} />
            ))}
          </ul>
        </>
      )}
      <Dialogs of={of} kind="limit" opened={opened} onClose={() => setOpened(null)} />
    </>
  );
};

export const Causes = ({ report: { causes } }: OfReview): ReactNode => {
  const w = useWords(said);
  if (causes.length === 0) return <Text c="dimmed">{w.noCauses}</Text>;
  const kinds = ['subjective', 'objective', null] as const;
  return (
    <>
      {kinds.map((kind) => {
        const own = causes.filter((cause) => cause.kind === kind);
        return (
          own.length > 0 && (
            <section key={kind ?? 'none'}>
              <h3>{kind === null ? w.notSaid : w[kind]}</h3>
              <ul>
                {own.map(({ finding, text }) => (
                  <li key={`${finding} ${text}`}>
                    <span className="figures">{finding}</span>: {text}
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
};
