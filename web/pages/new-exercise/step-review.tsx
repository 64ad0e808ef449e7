/** Step 4: everything once more, the clashes in words, and the act. */
import { Stack, Text, TextInput, Title } from '@mantine/core';
import { IconArrowsCross, IconInfoCircle } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Failure } from '../../client/read.ts';
import { PageLink } from '../../parts/link.tsx';
import { Fact, Facts, Sign } from '../../parts/marks.tsx';
import { Broken, Shown } from '../../parts/shown.tsx';
import { longDate } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import type { WouldBe } from './preview.ts';
import { refusalOf } from './refusal.ts';
import { isPast } from './step-days.tsx';
import type { StepProps } from './step-what.tsx';
import type { Unit } from './units.ts';
import { said } from './words.ts';

export const Clashes = ({ clashes }: { readonly clashes: WouldBe['clashes'] }): ReactNode => {
  const say = useSay();
  return (
    <ul className="plain-clashes">
      {clashes.map(({ key, severity, severityLabel, text }) => (
        <li key={key}>
          <Sign
            icon={severity === 'clash' ? IconArrowsCross : IconInfoCircle}
            hue={severity === 'clash' ? 'orange' : 'grey'}
          >
            {say(severityLabel)}
          </Sign>{' '}
          {say(text)}
        </li>
      ))}
    </ul>
  );
};

export const StepReview = ({
  draft,
  change,
  errors,
  preview,
  units,
  today,
}: StepProps & {
  readonly preview: UseQueryResult<readonly WouldBe[], Failure>;
  readonly units: readonly Unit[];
  readonly today: string;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const unit = units.find(({ id }) => id === draft.unit);
  const plan = preview.data?.[0];
  const refusal = refusalOf(plan);
  const past = plan?.tasks.filter((task) => isPast(task, today)).length ?? 0;
  return (
    <Shown read={preview} lines={8}>
      {() =>
        plan && (
          <Stack gap="lg">
            <Title order={2} size="h3" className="figures">
              {w.sum(plan.tasks.length, new Set(plan.tasks.map(({ owner }) => owner)).size, plan.clashes.length)}
            </Title>
            <Facts>
              <Fact label={w.theme}>
                <strong>{draft.theme}</strong>
                {draft.codeName && ` · ${draft.codeName}`}
              </Fact>
              <Fact label={w.type}>{draft.type && w[draft.type]}</Fact>
              <Fact label={w.unit}>{unit && say(unit.name)}</Fact>
              <Fact label={w.start}>{draft.start && longDate(draft.start, language)}</Fact>
              <Fact label={w.end}>{draft.end && longDate(draft.end, language)}</Fact>
              <Fact label={w.template}>
                {plan.template && `${say(plan.template.name)} · ${w.version(plan.template.version)}`}
              </Fact>
            </Facts>
            {past > 0 && <Text>{w.counts(plan.tasks.length, past, 0)}</Text>}
            <section aria-label={w.noClash}>
              {plan.clashes.length === 0 ? (
                <Text c="dimmed">{w.noClash}</Text>
              ) : (
                <>
                  <Clashes clashes={plan.clashes} />
                  <Text size="sm" c="dimmed" mt={4}>
                    {w.clashHint}
                  </Text>
                </>
              )}
            </section>
            <TextInput
              id="field-id"
              label={w.file}
              description={w.fileHint}
              maw="24rem"
              maxLength={60}
              disabled={plan.onFile === 'draft'}
              value={draft.id}
              onChange={({ currentTarget }) => change({ id: currentTarget.value.trim().toLowerCase() })}
              error={errors.id ?? (plan.onFile === 'planned' ? w.fileTaken : null)}
            />
            {plan.onFile === 'draft' && <Text>{w.draftedOnly}</Text>}
            {plan.onFile === 'planned' && (
              <PageLink to="/dien-tap/$id" params={{ id: plan.id }}>
                {w.look}
              </PageLink>
            )}
            {refusal && plan.onFile !== 'planned' && <Broken error={refusal} />}
            <Text size="sm" c="dimmed">
              {w.twoSteps}
            </Text>
          </Stack>
        )
      }
    </Shown>
  );
};
