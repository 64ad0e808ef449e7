/** The four steps of one exercise; the step stands in the address, what was entered in this browser. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Answer } from '../../client/http.ts';
import { Broken } from '../../parts/shown.tsx';
import { useView } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { instantText } from '../../words/format.ts';
import { useLanguage, useWords } from '../../words/language.tsx';
import { createExercise } from './create.ts';
import { askedOf, type Draft, dropDraft, EMPTY, freeId, keepDraft, keptDraft } from './draft.ts';
import { serverErrors, stepErrors } from './errors.ts';
import { usePlans } from './preview.ts';
import { StepDays } from './step-days.tsx';
import { StepOwners } from './step-owners.tsx';
import { StepReview } from './step-review.tsx';
import { StepWhat } from './step-what.tsx';
import { Steps } from './steps.tsx';
import type { Unit } from './units.ts';
import { said } from './words.ts';

type List = Answer<'/api/v1/exercises'>;

/** The draft, kept with every change. An id is proposed as long as nobody chose one. */
const useDraft = (taken: ReadonlySet<string>, today: string) => {
  const { user } = useMe();
  const [before] = useState(() => keptDraft(user.id));
  const [draft, setDraft] = useState<Draft>(before?.draft ?? EMPTY);
  const put = (next: Draft): void => {
    setDraft(next);
    keepDraft(user.id, next, Date.now());
  };
  const change = (parts: Partial<Draft>): void => {
    const next = { ...draft, ...parts };
    const places = (['unit', 'start'] as const).some((key) => key in parts);
    put(
      places && parts.id === undefined && next.unit
        ? { ...next, id: freeId(next.unit, (next.start ?? today).slice(0, 4), taken) }
        : next,
    );
  };
  const clear = (): void => {
    dropDraft(user.id);
    setDraft(EMPTY);
  };
  return { draft, change, clear, keptAt: before?.at ?? null };
};

const LAST = 4;

export const Wizard = ({ units, list }: { readonly units: readonly Unit[]; readonly list: List }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [view, setView] = useView();
  const { today } = list;
  const { draft, change, clear, keptAt } = useDraft(new Set(list.exercises.map(({ id }) => id)), today);
  const [tried, setTried] = useState(0);
  const asked = askedOf(draft);
  const preview = usePlans(asked ? [asked] : []);
  const plan = preview.data?.[0];
  const faultsOf = (step: number) => stepErrors(draft, step, today, w);
  const reachable = [1, 2, 3].find((step) => Object.keys(faultsOf(step)).length > 0) ?? LAST;
  const step = Math.min(Math.max(1, Number(view.buoc ?? 1) || 1), reachable);
  const errors = {
    ...serverErrors(preview.error, language),
    ...(tried >= step ? faultsOf(step) : {}),
  };
  const create = useMutation({
    mutationFn: async () => {
      if (!asked) return;
      await createExercise(asked, draft.commands, (commands) => change({ commands }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['read'] });
      notifications.show({ message: w.created });
      const { id } = draft;
      clear();
      void navigate({ to: '/dien-tap/$id', params: { id } });
    },
    onError: () => void preview.refetch(),
  });
  const go = (to: number): void => {
    setTried(Math.max(tried, step));
    if (to > step && Object.keys(faultsOf(step)).length > 0) {
      document.querySelector<HTMLElement>(`#field-${Object.keys(faultsOf(step))[0]}`)?.focus();
      return;
    }
    setView({ buoc: to === 1 ? undefined : String(to) });
    window.scrollTo(0, 0);
  };
  const ready = plan?.problem === null && plan.id === draft.id && !preview.isPlaceholderData;
  const props = { draft, change, errors };
  return (
    <>
      <Steps step={step} reachable={reachable} onGo={go} />
      {keptAt !== null && draft !== EMPTY && (
        <Group gap="sm" mb="md">
          <Text size="sm" c="dimmed">
            {w.restored(instantText(new Date(keptAt).toISOString()))}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              if (window.confirm(w.startOverSure)) {
                clear();
                setView({ buoc: undefined });
              }
            }}
          >
            {w.startOver}
          </Button>
        </Group>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step < LAST) go(step + 1);
          else if (ready && !create.isPending) create.mutate();
        }}
      >
        {step === 1 && (
          <StepWhat
            {...props}
            units={units}
            exercises={list.exercises}
            today={today}
            locked={plan?.onFile === 'draft'}
          />
        )}
        {step === 2 && <StepDays {...props} preview={preview} today={today} />}
        {step === 3 && <StepOwners {...props} preview={preview} units={units} today={today} />}
        {step === LAST && <StepReview {...props} preview={preview} units={units} today={today} />}
        {create.error && (
          <div className="create-error">
            <Broken error={create.error} />
          </div>
        )}
        <Group mt="xl" gap="sm" className="primary-act">
          {step > 1 && (
            <Button variant="default" onClick={() => go(step - 1)}>
              {w.back}
            </Button>
          )}
          <Button type="submit" loading={create.isPending} disabled={step === LAST && !ready}>
            {step === LAST ? w.create : w.next}
          </Button>
        </Group>
        <Text size="sm" c="dimmed" mt="sm">
          {step === LAST && plan && !ready && !preview.isPlaceholderData ? w.mendFirst : w.keptHere}
        </Text>
      </form>
    </>
  );
};
