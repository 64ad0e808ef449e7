/** The year of a page, `?nam=`: one back, one on; and where a year holds nothing, those that hold something. */
import { ActionIcon, Group, Title } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords, words } from '../words/language.tsx';
import { PageLink } from './link.tsx';
import { Empty } from './shown.tsx';
import { useView } from './view.ts';

const said = words({
  year: ['Năm', 'Year'],
  before: ['Năm trước', 'Previous year'],
  after: ['Năm sau', 'Next year'],
  otherYears: ['Các năm có diễn tập:', 'Years with exercises:'],
});

export const YearChoice = ({ year }: { readonly year: string }): ReactNode => {
  const w = useWords(said);
  const [, setView] = useView();
  const go = (step: number): void => setView({ nam: String(Number(year) + step) });
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon variant="default" size="lg" aria-label={w.before} onClick={() => go(-1)} className="no-print">
        <IconChevronLeft aria-hidden size={18} />
      </ActionIcon>
      <Title order={2} size="h4" className="figures" miw="6.5em" ta="center">
        {w.year} {year}
      </Title>
      <ActionIcon variant="default" size="lg" aria-label={w.after} onClick={() => go(1)} className="no-print">
        <IconChevronRight aria-hidden size={18} />
      </ActionIcon>
    </Group>
  );
};

export const EmptyYear = ({
  others,
  children,
}: {
  /** Years that hold exercises. */
  readonly others: readonly string[];
  /** Says that the year shown holds none. */
  readonly children: string;
}): ReactNode => {
  const w = useWords(said);
  return (
    <Empty
      action={
        others.length > 0 && (
          <Group gap="sm">
            {w.otherYears}
            {others.map((other) => (
              <PageLink key={other} to="." search={{ nam: other } as never}>
                {other}
              </PageLink>
            ))}
          </Group>
        )
      }
    >
      {children}
    </Empty>
  );
};
