/** "Việc của tôi": the list of one body, the same for every group (ux §6). */
import { Button, Text } from '@mantine/core';
import { IconCalendarPlus, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRead } from '../../client/read.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty, Shown } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { dateText } from '../../words/format.ts';
import { useSay, useWords } from '../../words/language.tsx';
import { openCount } from './groups.ts';
import { Lists } from './lists.tsx';
import './tasks.css';
import { useSaveDeadlines } from './use-save-deadlines.ts';
import { said } from './words.ts';

const OfBody = ({ body }: { readonly body: string }): ReactNode => {
  const me = useMe();
  const w = useWords(said);
  const say = useSay();
  const asOf = useAsOf();
  const save = useSaveDeadlines();
  const read = useRead(
    '/api/v1/bodies/{bodyId}/tasks',
    { path: { bodyId: body }, query: asOf ? { asOf } : {} },
    { keepLast: true },
  );
  const { data } = read;
  return (
    <>
      <PageHead
        title={w.title}
        aside={me.acting && <Text c="dimmed">{say(me.acting.name)}</Text>}
        actions={
          <>
            {me.acting && <ExportMenu of={`bodies/${me.acting.body}/tasks`} />}
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size={18} />}
              onClick={() => window.print()}
            >
              {w.print}
            </Button>
            {data && openCount(data.tasks) > 0 && (
              <Button
                variant="default"
                leftSection={<IconCalendarPlus aria-hidden size={18} />}
                onClick={() => save(data)}
              >
                {w.toCalendar}
              </Button>
            )}
          </>
        }
      />
      <p className="print-only">{w.printedOn(dateText(me.today))}</p>
      <Shown read={read}>{(shown) => <Lists data={shown} />}</Shown>
    </>
  );
};

export const MyTasks = (): ReactNode => {
  const { acting } = useMe();
  const w = useWords(said);
  if (acting) return <OfBody key={acting.body} body={acting.body} />;
  return (
    <>
      <PageHead title={w.title} />
      <Empty>{w.noDuty}</Empty>
    </>
  );
};
