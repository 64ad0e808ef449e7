/** What an act would record, in the words of the history, before it is sent; or why it would be refused. */
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { reviewName } from '../../../domain/labels/words-programme.ts';
import type { Command } from '../../client/command.ts';
import { Refused, type Schemas } from '../../client/http.ts';
import { usePreview } from '../../client/preview.ts';
import { Section } from '../../parts/section.tsx';
import { Broken } from '../../parts/shown.tsx';
import { dateText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { acts } from './words-acts.ts';

type Asked = Command<'programmes'>;
type Sound = Extract<Schemas['Preview'], { accepted: true }>;
const SETTLED_MS = 400;

interface Planned {
  readonly review: string;
  readonly opensOn: string;
  readonly due: string;
}
const isPlanned = (each: unknown): each is Planned =>
  typeof each === 'object' && each !== null && 'review' in each && 'opensOn' in each && 'due' in each;

/** Reviews that an event sets, none of other events. */
const reviewsIn = ({ data: { reviews } }: Sound['events'][number]): Planned[] =>
  Array.isArray(reviews) ? reviews.filter(isPlanned) : [];

/** The answer for exactly this command; null while it is asked for, or where it would be refused. */
export const useForetold = (id: string, command: Asked | null) => {
  const [asked] = useDebouncedValue(command, SETTLED_MS);
  const preview = usePreview('programmes', id, asked);
  const isOfThis = JSON.stringify(asked) === JSON.stringify(command) && !preview.isPlaceholderData;
  return { preview, sound: command && isOfThis && preview.data?.accepted ? preview.data : null };
};

export const Foretold = ({ preview, sound }: ReturnType<typeof useForetold>): ReactNode => {
  const w = useWords(acts);
  const say = useSay();
  const { language } = useLanguage();
  if (preview.error) return <Broken error={preview.error} onRetry={() => void preview.refetch()} />;
  if (preview.data && !preview.data.accepted) return <Broken error={new Refused(preview.data.problem)} />;
  if (!sound) return preview.isFetching ? <output className="quiet">{w.foretelling}</output> : null;
  return (
    <Section title={w.foretold} order={3}>
      {sound.events.map((event) => (
        <div key={event.version}>
          <Text size="sm">{say(event.sentence)}</Text>
          <ul className="field-errors">
            {reviewsIn(event).map(({ review, opensOn, due }) => (
              <li key={review}>{w.planned(reviewName(review, language), dateText(opensOn), dateText(due))}</li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
};
