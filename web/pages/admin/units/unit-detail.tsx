/** One locality: its life, its bodies with posts, holders and delegations on the day shown, and the acts of its keepers. */
import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useRead } from '../../../client/read.ts';
import { Fact, Facts } from '../../../parts/marks.tsx';
import { Section } from '../../../parts/section.tsx';
import { dateText } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { OrgAct } from './act.tsx';
import type { ActName, Target } from './acts.ts';
import { ActsMenu, type MenuAct } from './acts-menu.tsx';
import { Life } from './life.tsx';
import { Reshape } from './reshape.tsx';
import { alone, type Tree, type Unit } from './tree.ts';
import { said } from './words.ts';

type Body = Unit['bodies'][number];
type Choose = (act: MenuAct, target: Target) => void;

const Posts = ({
  body,
  unit,
  mayKeep,
  onAct,
}: {
  readonly body: Body;
  readonly unit: Unit;
  readonly mayKeep: boolean;
  readonly onAct: Choose;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <>
      {body.posts.map((post) => {
        const { id, title, isHead, holder } = post;
        const label = `${say(title)}, ${say(body.name)}`;
        const target = {
          unit: unit.id,
          body: body.body,
          post: id,
          label,
          ...(holder ? { person: holder.person } : {}),
        };
        const acts: MenuAct[] = [
          holder ? 'endHolding' : 'appoint',
          'delegate',
          ...(isHead ? [] : (['endPost'] as const)),
        ];
        return (
          <div key={id} className="post-line">
            <div>
              {say(title)}
              {isHead && <span className="quiet"> ({w.head})</span>}
              {': '}
              {holder ? (
                <>
                  <strong>{holder.person}</strong>{' '}
                  <span className="quiet">
                    {holder.to ? w.holdsTo(dateText(holder.from), dateText(holder.to)) : w.holds(dateText(holder.from))}
                    {holder.paper && `, ${w.by(holder.paper.number)}`}
                  </span>
                </>
              ) : (
                <span className="quiet">{w.nobody}</span>
              )}
            </div>
            {mayKeep && <ActsMenu label={label} acts={acts} onChoose={(act) => onAct(act, target)} />}
          </div>
        );
      })}
      {body.delegations.map(({ id, person, post, to, paper }) => {
        const title = body.posts.find((each) => each.id === post)?.title;
        const label = w.actsFor(person, title ? say(title) : post, dateText(to));
        return (
          <div key={id} className="post-line">
            <div>
              {w.delegate} {id}: {label} <span className="quiet">({w.by(paper.number)})</span>
            </div>
            {mayKeep && (
              <ActsMenu
                label={label}
                acts={['revoke']}
                onChoose={(act) => onAct(act, { unit: unit.id, body: body.body, delegation: id, label })}
              />
            )}
          </div>
        );
      })}
    </>
  );
};

export const UnitDetail = ({
  unit,
  tree,
  mayKeep,
  asOf,
}: {
  readonly unit: Unit;
  readonly tree: Tree;
  readonly mayKeep: boolean;
  readonly asOf: string | undefined;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [act, setAct] = useState<{ readonly name: MenuAct; readonly target: Target } | null>(null);
  const life = useRead('/api/v1/organisation/units/{unit}', { path: { unit: unit.id }, query: asOf ? { asOf } : {} });
  const name = alone(say(unit.name));
  const parent = unit.parent === null ? undefined : tree.byId.get(unit.parent);
  const choose: Choose = (next, target) => setAct({ name: next, target });
  const close = (): void => setAct(null);
  const self = { unit: unit.id, label: name };
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Title order={2} size="h3">
          {name}
        </Title>
        {mayKeep && (
          <ActsMenu
            label={name}
            acts={['addBody', 'addUnit', 'renameUnit', 'moveUnit', 'merge', 'split']}
            onChoose={(next) => choose(next, self)}
          />
        )}
      </Group>
      <Facts>
        <Fact label={w.level}>{alone(say(unit.level.label))}</Fact>
        <Fact label={w.parent}>{parent ? alone(say(parent.name)) : w.top}</Fact>
        {life.data && <Fact label={w.since}>{dateText(life.data.validFrom)}</Fact>}
        {life.data?.validTo && <Fact label={w.until}>{dateText(life.data.validTo)}</Fact>}
      </Facts>
      {life.data && <Life life={life.data} />}
      <Title order={3} size="h4">
        {w.bodies(unit.bodies.length)}
      </Title>
      {unit.bodies.map((body) => {
        const target = { unit: unit.id, body: body.body, label: say(body.name) };
        return (
          <Section
            key={body.body}
            order={4}
            title={say(body.name)}
            aside={
              mayKeep && (
                <ActsMenu
                  label={say(body.name)}
                  acts={['addPost', 'endBody']}
                  onChoose={(next) => choose(next, target)}
                />
              )
            }
          >
            <div>
              <Posts body={body} unit={unit} mayKeep={mayKeep} onAct={choose} />
            </div>
          </Section>
        );
      })}
      {unit.bodies.length === 0 && <Text c="dimmed">–</Text>}
      {(act?.name === 'merge' || act?.name === 'split') && <Reshape kind={act.name} unit={unit} onClose={close} />}
      {act && act.name !== 'merge' && act.name !== 'split' && (
        <OrgAct act={act.name satisfies ActName} unit={unit} target={act.target} onClose={close} />
      )}
    </Stack>
  );
};
