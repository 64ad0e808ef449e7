/** What the drill is measured by, changed with a reason. */
import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../../client/http.ts';
import { ActDialog } from '../../../../parts/act-dialog.tsx';
import { CountField } from '../../../../parts/count-field.tsx';
import { ReasonField } from '../../../../parts/reason-field.tsx';
import { useAct } from '../../../../parts/use-act.ts';
import { useLanguage, useWords } from '../../../../words/language.tsx';
import { shortPercent } from '../figure.tsx';
import type { DialogProps, StepProps } from './fields.tsx';
import { readPercent, readTargets } from './read-rule.ts';
import { Step } from './step.tsx';
import { said } from './words.ts';

type Rule = Schemas['DrillRule'];

const typedOf = ({ attendanceTarget, colours, spare, targets }: Rule) => ({
  target: String(attendanceTarget),
  green: String(colours.green),
  amber: String(colours.amber),
  low: String(spare.atLeast),
  high: String(spare.atMost),
  hours: targets.map(({ hours, percent }) => `${hours} ${percent}`).join('\n'),
});
type Typed = ReturnType<typeof typedOf>;

const ruleOf = (typed: Typed, excusedInDenominator: boolean): Rule | null => {
  const [attendanceTarget, green, amber] = [typed.target, typed.green, typed.amber].map(readPercent);
  const [atLeast, atMost] = [typed.low, typed.high].map(readPercent);
  const targets = readTargets(typed.hours);
  if (attendanceTarget == null || green == null || amber == null || atLeast == null || atMost == null || !targets)
    return null;
  return { spare: { atLeast, atMost }, excusedInDenominator, attendanceTarget, colours: { green, amber }, targets };
};

const SetRule = ({ muster: { drill }, onClose }: DialogProps): ReactNode => {
  const w = useWords(said);
  const [typed, setTyped] = useState(() => typedOf(drill.rule));
  const [excused, setExcused] = useState(drill.rule.excusedInDenominator);
  const [reason, setReason] = useState('');
  const act = useAct('drills', drill.id, w.ruleSet, onClose);
  const rule = ruleOf(typed, excused);
  const field = (key: Exclude<keyof Typed, 'hours'>, label: string): ReactNode => (
    <CountField
      label={label}
      value={typed[key]}
      onChange={(value) => setTyped({ ...typed, [key]: value })}
      error={readPercent(typed[key]) === null}
      required
    />
  );
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        rule && act.send({ type: 'SetDrillRule', rule, reason: reason.trim() }, { expectedVersion: drill.version })
      }
      title={w.rule}
      button={w.ruleChange}
      error={act.error}
      sending={act.sending}
      disabled={rule === null || reason.trim() === ''}
      dirty={reason !== ''}
    >
      <Group align="flex-start" gap="sm">
        {field('target', w.ruleTarget)}
        {field('green', w.ruleGreen)}
        {field('amber', w.ruleAmber)}
        {field('low', w.spareLow)}
        {field('high', w.spareHigh)}
      </Group>
      <Textarea
        label={w.ruleHours}
        placeholder={w.ruleHoursExample}
        value={typed.hours}
        onChange={({ currentTarget }) => setTyped({ ...typed, hours: currentTarget.value })}
        error={readTargets(typed.hours) === null}
        autosize
        minRows={2}
      />
      <Checkbox label={w.excusedCounts} checked={excused} onChange={() => setExcused(!excused)} />
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};

export const RuleStep = ({ isOffered, ...props }: StepProps & { readonly isOffered: boolean }): ReactNode => {
  const w = useWords(said);
  const { language } = useLanguage();
  const [opened, setOpened] = useState(false);
  const { drill } = props.muster;
  const { attendanceTarget, spare, targets } = drill.rule;
  const percent = (value: number): string => shortPercent(value, language);
  return (
    <Step
      title={w.rule}
      isDone
      acts={
        isOffered &&
        drill.may.rule && (
          <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
            {w.ruleChange}
          </Button>
        )
      }
    >
      {w.ruleText(
        percent(attendanceTarget),
        percent(spare.atLeast),
        percent(spare.atMost),
        targets.map((target) => w.targetAt(percent(target.hours), percent(target.percent))).join(', '),
      )}
      {opened && <SetRule {...props} onClose={() => setOpened(false)} />}
    </Step>
  );
};
