/** Chapters 1–4: facts as the history tells them; nobody types them. */
import { Text } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PAPERS } from '../../../../domain/labels/words.ts';
import type { Schemas } from '../../../client/http.ts';
import { Fact, Facts, Sign } from '../../../parts/marks.tsx';
import { Rows } from '../../../parts/rows.tsx';
import { bodyWords } from '../../../words/bodies.ts';
import { dateText, instantText, numberText, rateText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { useUnitNames } from '../muster/use-units.ts';
import { said } from './words.ts';

type Report = Schemas['ReviewReport'];
interface OfReport {
  readonly report: Report;
}

export const AutoMark = (): ReactNode => {
  const w = useWords(said);
  return (
    <Sign icon={IconRobot} hue="grey">
      {w.auto}
    </Sign>
  );
};

const isPaper = (slot: string): slot is keyof typeof PAPERS => Object.hasOwn(PAPERS, slot);

export const General = ({ report: { general } }: OfReport): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const nameOf = useUnitNames();
  return (
    <>
      <Facts>
        <Fact label={w.theme}>{general.theme}</Fact>
        {general.codeName && <Fact label={w.code}>{general.codeName}</Fact>}
        <Fact label={w.days}>
          {dateText(general.startDate)} – {dateText(general.endDate)}
        </Fact>
        <Fact label={w.unit}>{nameOf(general.orgUnit)}</Fact>
        {general.scale && <Fact label={w.scale}>{general.scale}</Fact>}
        {general.frameStrength > 0 && (
          <Fact label={w.frame}>{w.frameOf(numberText(general.frameStrength, language))}</Fact>
        )}
      </Facts>
      <h3>{w.papers}</h3>
      <ul className="figures">
        {general.papers.map(({ paper, number, date, issuer }) => (
          <li key={paper}>
            {isPaper(paper) ? say(PAPERS[paper]) : paper}: {number}, {dateText(date)} ({issuer})
          </li>
        ))}
      </ul>
    </>
  );
};

export const Preparation = ({ report: { preparation } }: OfReport): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const { tasks, met, late, open, waived, extended, returned, lateTasks, gates } = preparation;
  const n = (value: number): string => numberText(value, language);
  return (
    <>
      <Facts>
        <Fact label={w.tasks}>{n(tasks)}</Fact>
        <Fact label={w.met}>{rateText(met, tasks, language)}</Fact>
        <Fact label={w.late}>{n(late)}</Fact>
        <Fact label={w.openTasks}>{n(open)}</Fact>
        <Fact label={w.waived}>{n(waived)}</Fact>
        <Fact label={w.extended}>{n(extended)}</Fact>
        <Fact label={w.returned}>{n(returned)}</Fact>
      </Facts>
      {lateTasks.length > 0 && (
        <>
          <h3>{w.lateList}</h3>
          <Rows
            rows={lateTasks}
            rowKey={({ task }) => task}
            caption={w.lateList}
            columns={[
              {
                ...{ key: 'task', head: w.task, isTitle: true },
                cell: ({ task, titleVi, titleEn }) => `${task} ${language === 'vi' ? titleVi : titleEn}`,
              },
              { key: 'owner', head: w.owner, cell: ({ owner }) => say(bodyWords(owner)) },
              { key: 'due', head: w.due, cell: ({ due }) => dateText(due) },
              { key: 'done', head: w.done, cell: ({ verified }) => dateText(verified) },
              { key: 'days', head: w.late, cell: ({ days }) => (days === null ? '–' : w.lateDays(days)) },
            ]}
          />
        </>
      )}
      <h3>{w.gates}</h3>
      <ul className="figures gate-lines">
        {gates.map(({ gate, passed, override }) => (
          <li key={gate}>
            <b>{gate}</b> {passed ? w.passed(dateText(passed)) : w.notPassed}
            {override && ` · ${w.override(override.reason)}`}
          </li>
        ))}
      </ul>
    </>
  );
};

export const ByStage = ({ report: { stages, debrief, conference } }: OfReport): ReactNode => {
  const w = useWords(said);
  return (
    <>
      {stages.length === 0 ? (
        <Text c="dimmed">{w.noStages}</Text>
      ) : (
        <ul className="figures">
          {stages.map(({ stage, startedAt, note, observations }) => (
            <li key={stage}>
              <b>{w.stage(stage)}</b>, {instantText(startedAt)} · {w.stageSeen(observations)}
              {note && ` · ${note}`}
            </li>
          ))}
        </ul>
      )}
      <Facts>
        <Fact label={w.debrief}>{debrief ? dateText(debrief.date) : w.notHeld}</Fact>
        <Fact label={w.conference}>
          {conference ? w.heldOn(dateText(conference.date), conference.minutes) : w.notHeld}
        </Fact>
      </Facts>
      {debrief && debrief.points.length > 0 && (
        <ul>
          {debrief.points.map(({ kind, text }) => (
            <li key={text}>
              {w[kind]}: {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

const RATES = ['attendanceRate', 'onTimeRate', 'deliveryRate', 'handoverRate', 'specialityRate', 'fitRate'] as const;

export const Mobilisation = ({ report: { mobilisation } }: OfReport): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const shown = mobilisation.filter(({ rates }) => (rates.attendanceRate?.denominator ?? 0) > 0);
  if (shown.length === 0) return <Text c="dimmed">{w.noDrill}</Text>;
  return (
    <>
      {shown.map(({ kind, rates }) => (
        <section key={kind}>
          <h3>{w[kind]}</h3>
          <Facts>
            {RATES.map((name) => {
              const rate = rates[name];
              return (
                rate && (
                  <Fact key={name} label={w[name]}>
                    <span className="figures">{rateText(rate.numerator, rate.denominator, language)}</span>
                  </Fact>
                )
              );
            })}
          </Facts>
        </section>
      ))}
    </>
  );
};
