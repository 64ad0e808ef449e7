/** A board as decided: its paper, its head's post, who stands in, its seats by count. */
import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { dateText, numberText } from '../../../words/format.ts';
import { useLanguage, useSay, useWords } from '../../../words/language.tsx';
import { paperLine } from '../overview/who.tsx';
import { isNear } from '../rights.ts';
import type { File } from '../tabs.ts';
import { said } from './words.ts';

export type BoardSlot = 'steering' | 'organising' | 'directing' | 'support' | 'frame';
type Papers = Schemas['Papers'];
type Seat = Schemas['SeatShown'];

const BODY_OF: Readonly<Partial<Record<BoardSlot, string>>> = { steering: 'SB', organising: 'OB', directing: 'DB' };

const Seats = ({ seats }: { readonly seats: readonly Seat[] }): ReactNode => {
  const { language } = useLanguage();
  return (
    <ul className="seats">
      {seats.map(({ post, count }) => (
        <li key={post}>
          <span>{post}</span>
          <span className="figures">{numberText(count, language)}</span>
        </li>
      ))}
    </ul>
  );
};

const Delegations = ({ file, slot }: { readonly file: File; readonly slot: BoardSlot }): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const code = BODY_OF[slot];
  const { data } = useRead('/api/v1/organisation', {}, { enabled: code !== undefined });
  if (!code) return null;
  const bodies = (data?.units ?? [])
    .flatMap(({ bodies: all }) => all)
    .filter(({ body }) => body.endsWith(`.${code}`) && isNear(file, body));
  return bodies.flatMap(({ delegations, posts }) =>
    delegations
      .filter(({ to }) => to >= file.today)
      .map(({ id, post, from, to }) => {
        const title = posts.find((each) => each.id === post)?.title;
        return (
          <Text key={id} size="sm">
            {w.delegated(title ? say(title) : post, dateText(from), dateText(to))}
          </Text>
        );
      }),
  );
};

export const Decided = ({
  file,
  slot,
  row,
}: {
  readonly file: File;
  readonly slot: BoardSlot;
  readonly row: Papers['papers'][number] | undefined;
}): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const board = slot === 'frame' ? null : file.boards.find((each) => each.board === slot);
  const shown = slot === 'frame' ? file.frame : board;
  if (!shown) return null;
  const all = [...shown.seats, ...(board?.subcommittees ?? []).flatMap(({ seats }) => seats)];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {w.decision} {paperLine(shown.paper, language)}
      </Text>
      {row?.amendments.map(({ by }) => (
        <Text size="sm" key={by.number}>
          {w.amended} {w.byPaper(by.number, dateText(by.date))}
        </Text>
      ))}
      {board && (
        <Text>
          {w.head}: <b>{board.headPost}</b>
        </Text>
      )}
      <Delegations file={file} slot={slot} />
      <details className="effect" open={all.length <= 6}>
        <summary>{w.membersN(numberText(total, language))}</summary>
        <Seats seats={shown.seats} />
        {board?.subcommittees?.map(({ name, seats }) => (
          <div key={name}>
            <Text size="sm" fw={600} mt="xs">
              {name}
            </Text>
            <Seats seats={seats} />
          </div>
        ))}
      </details>
    </Stack>
  );
};
