/** Indicator × year: actual beside target, colour with words, exclusions with reasons; each figure opens what it is made of. */
import { Button, Card, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { useIsNarrow } from '../../parts/narrow.ts';
import { Empty } from '../../parts/shown.tsx';
import { useAsOf } from '../../parts/view.ts';
import { useMe } from '../../session/session.tsx';
import { numberText } from '../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../words/language.tsx';
import { Detail } from './detail.tsx';
import { ChangeTarget, GrantExemption } from './dialogs.tsx';
import { Exemptions } from './exemptions.tsx';
import { DefineIndicator } from './indicator-dialog.tsx';
import { VerdictMark } from './marks.tsx';
import { type Programme, useRights } from './rights.ts';
import { said } from './words.ts';
import { acts } from './words-acts.ts';

type Indicator = Programme['indicators'][number];
type Figure = Indicator['figures'][number];
interface Chosen {
  readonly indicator: string;
  readonly column: string;
}

const useColumnName = () => {
  const w = useWords(said);
  return (column: string): string => (column === 'term' ? w.wholeTerm : column);
};

const Exclusions = ({ figure }: { readonly figure: Figure }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  if (figure.exempt.length === 0) return null;
  const names = figure.exempt.map(({ name }) => name).join(', ');
  const grounds = [...new Set(figure.exempt.map(({ groundName }) => say(groundName)))].join('; ');
  const { numerator, denominator } = figure.judged;
  return (
    <Text size="xs">
      {w.exempt(names)} ({grounds}). {numerator !== null && denominator !== null && w.judged(numerator, denominator)}
    </Text>
  );
};

/** A year that has not come shows a quiet dash; what it is asked for stands in its history. */
const Cell = ({
  today,
  indicator,
  figure,
  onOpen,
}: {
  readonly today: string;
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly onOpen: () => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const columnName = useColumnName();
  const isAhead = figure.column !== 'term' && figure.column > today.slice(0, 4);
  return (
    <UnstyledButton className="figure-cell" data-ahead={isAhead || undefined} onClick={onOpen}>
      <span className="only-heard">{w.detailOf(indicator.code, columnName(figure.column))}. </span>
      {isAhead ? (
        <>
          <Text span c="dimmed" aria-hidden>
            –
          </Text>
          <span className="only-heard">{w.ahead}</span>
        </>
      ) : (
        <VerdictMark verdict={figure.verdict} />
      )}
      {figure.value !== null && !isAhead && (
        <Text size="sm" className="figures">
          {say(figure.text)}
        </Text>
      )}
      {figure.waiting > 0 && figure.verdict !== 'waiting' && <Text size="xs">{w.pendingCount(figure.waiting)}</Text>}
    </UnstyledButton>
  );
};

const Outlook = ({ indicator }: { readonly indicator: Indicator }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const { trend, forecast } = indicator;
  const n = (value: number): string => numberText(value, language, 2);
  if (!trend && !forecast) return null;
  const moved =
    trend &&
    { up: w.trendUp, down: w.trendDown, level: () => w.trendLevel }[trend.direction](n(Math.abs(trend.change)));
  return (
    <Text size="xs" c="dimmed">
      {[moved, forecast && w.forecast(forecast.column, n(forecast.value))].filter(Boolean).join(' · ')}
    </Text>
  );
};

const Head = ({ indicator }: { readonly indicator: Indicator }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const last = indicator.figures.find(({ exempt }) => exempt.length > 0);
  return (
    <>
      <Text fw={600} size="sm">
        {indicator.code} {say(indicator.name)}
      </Text>
      <Text size="xs" c="dimmed">
        {w.asked(say(indicator.requirement))} · {say(indicator.sourceName)} · {say(indicator.ownerName)}
      </Text>
      <Outlook indicator={indicator} />
      {last && <Exclusions figure={last} />}
    </>
  );
};

const Wide = ({ file, onOpen }: { readonly file: Programme; readonly onOpen: (chosen: Chosen) => void }): ReactNode => {
  const w = useWords(said);
  const columnName = useColumnName();
  return (
    <Table.ScrollContainer
      minWidth={260 + 112 * file.columns.length}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={w.boardCaption}
    >
      <Table className="programme-board" verticalSpacing="xs">
        <caption className="only-heard">{w.boardCaption}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{w.indicator}</Table.Th>
            {file.columns.map((column) => (
              <Table.Th key={column} scope="col" data-now={column === file.year || undefined}>
                {columnName(column)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.indicators.map((indicator) => (
            <Table.Tr key={indicator.code}>
              <Table.Th scope="row">
                <Head indicator={indicator} />
              </Table.Th>
              {indicator.figures.map((figure) => (
                <Table.Td key={figure.column}>
                  <Cell
                    today={file.today}
                    indicator={indicator}
                    figure={figure}
                    onOpen={() => onOpen({ indicator: indicator.code, column: figure.column })}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const Narrow = ({
  file,
  onOpen,
}: {
  readonly file: Programme;
  readonly onOpen: (chosen: Chosen) => void;
}): ReactNode => {
  const columnName = useColumnName();
  return (
    <ul className="cards">
      {file.indicators.map((indicator) => (
        <Card key={indicator.code} component="li" withBorder padding="sm">
          <Stack gap="xs">
            <div>
              <Head indicator={indicator} />
            </div>
            {indicator.figures
              .filter(({ column, verdict }) => column === file.year || column === 'term' || verdict !== 'noData')
              .map((figure) => (
                <Group key={figure.column} gap="sm" wrap="nowrap" align="flex-start">
                  <Text size="sm" c="dimmed" miw="5rem">
                    {columnName(figure.column)}
                  </Text>
                  <Cell
                    today={file.today}
                    indicator={indicator}
                    figure={figure}
                    onOpen={() => onOpen({ indicator: indicator.code, column: figure.column })}
                  />
                </Group>
              ))}
          </Stack>
        </Card>
      ))}
    </ul>
  );
};

export const Board = ({ file }: { readonly file: Programme }): ReactNode => {
  const w = useWords(said);
  const narrow = useIsNarrow();
  const asOf = useAsOf();
  const a = useWords(acts);
  const { approves, drafts } = useRights(file);
  const { group } = useMe();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [dialog, setDialog] = useState<'target' | 'exemption' | 'indicator' | null>(null);
  const close = (): void => setDialog(null);
  const isEmpty = file.indicators.length === 0;
  const add = (approves || drafts) && (
    <Button size="compact-md" variant="default" onClick={() => setDialog('indicator')}>
      {a.addIndicator}
    </Button>
  );
  if (isEmpty)
    return (
      <>
        <Empty action={add}>{group === 'department' ? a.emptyOwn : a.emptyBoard}</Empty>
        {dialog === 'indicator' && <DefineIndicator file={file} onClose={close} />}
      </>
    );
  return (
    <>
      <Group gap="sm" mb="sm" className="no-print">
        {(approves || drafts) && (
          <Button size="compact-md" variant="default" onClick={() => setDialog('target')}>
            {w.changeTarget}
          </Button>
        )}
        {approves && (
          <Button size="compact-md" variant="default" onClick={() => setDialog('exemption')}>
            {w.grantExemption}
          </Button>
        )}
        {add}
        <ExportMenu of={`programmes/${file.id}`} query={{ asOf }} table="board" />
      </Group>
      {narrow ? <Narrow file={file} onOpen={setChosen} /> : <Wide file={file} onOpen={setChosen} />}
      <Exemptions file={file} />
      {chosen && <Detail file={file} {...chosen} onClose={() => setChosen(null)} />}
      {dialog === 'target' && <ChangeTarget file={file} onClose={close} />}
      {dialog === 'indicator' && <DefineIndicator file={file} onClose={close} />}
      {dialog === 'exemption' && <GrantExemption file={file} onClose={close} />}
    </>
  );
};
