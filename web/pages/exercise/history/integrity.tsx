/** Whether the history is still what was written: every hash computed anew by the server when asked. */
import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { Sign } from '../../../parts/marks.tsx';
import { Broken } from '../../../parts/shown.tsx';
import { numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { said } from './words.ts';

export const Integrity = ({ id }: { readonly id: string }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const read = useRead('/api/v1/exercises/{id}/integrity', { path: { id } }, { enabled: asked });
  const n = (value: number): string => numberText(value, language);
  const check = (): void => {
    if (asked) void read.refetch();
    else setAsked(true);
  };
  return (
    <Group gap="md">
      <Button
        variant="default"
        leftSection={<IconShieldCheck aria-hidden size={18} />}
        onClick={check}
        loading={read.isFetching}
        className="no-print"
      >
        {w.check}
      </Button>
      <div role="status">
        {read.data &&
          (read.data.ok ? (
            <Sign icon={IconShieldCheck} hue="green">
              {w.whole(n(read.data.events), n(read.data.position))}
              {read.data.hash && <span className="quiet"> · {w.hash(read.data.hash.slice(0, 12))}</span>}
            </Sign>
          ) : (
            <Sign icon={IconAlertTriangle} hue="red">
              {read.data.firstBad && w.broken(n(read.data.firstBad.version), say(read.data.firstBad.reason))}
            </Sign>
          ))}
      </div>
      {read.error && <Broken error={read.error} onRetry={check} />}
    </Group>
  );
};
