/** The template stream: versions of one checklist template published after the shipped one, and retired. */
import { z } from 'zod';
import type { CommandMeta, Decider, Fact } from '../decider.ts';
import { faultCode } from '../labels/faults.ts';
import { type Actor, bodyId, unitOf } from '../people.ts';
import { Rejection } from '../rejection.ts';
import { allow } from '../rights.ts';
import { entityOf } from '../streams.ts';
import { Paper, Reason } from '../text.ts';
import { dayOf } from '../time.ts';
import { checkTemplate } from './check.ts';
import { GATE_CODES, type Template, TemplateContent } from './template.ts';
import { NO_TEMPLATE, type TemplateState, templatesOf, versionOf } from './versions.ts';

export type { TemplateState } from './versions.ts';

const Version = z.int().min(1).max(999_999);

export const TemplateCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('PublishTemplate'),
    template: TemplateContent,
    basedOn: z.int().min(0).max(999_999).meta({
      description: 'The newest version, which this one replaces; 0 for the first of a new template',
    }),
    reason: Reason,
    paper: Paper.optional(),
  }),
  z.strictObject({ type: z.literal('RetireTemplateVersion'), version: Version, reason: Reason }),
]);
export type TemplateCommand = z.infer<typeof TemplateCommand>;

export type TemplateEvent =
  | {
      readonly type: 'TemplatePublished';
      readonly template: Template;
      readonly basedOn: number;
      readonly reason: string;
      readonly paper: Paper | null;
    }
  | { readonly type: 'TemplateVersionRetired'; readonly retired: number; readonly reason: string };

/** Templates are kept by the standing agency or the military party committee of a locality (domain guide §2). */
const requireKeeper = (by: Actor): void => {
  const unit = unitOf(by.body);
  allow(by, [bodyId(unit, 'SA'), bodyId(unit, 'MPC')]);
};

const decide = (command: TemplateCommand, state: TemplateState, meta: CommandMeta): TemplateEvent[] => {
  const id = entityOf(meta.stream);
  const versions = templatesOf(id, state);
  switch (command.type) {
    case 'PublishTemplate': {
      requireKeeper(meta.by);
      const latest = versions.at(-1)?.template.version ?? 0;
      if (command.basedOn !== latest) throw new Rejection('template-outdated', { basedOn: command.basedOn, latest });
      const { paper = null, basedOn, reason } = command;
      if (paper && paper.date > dayOf(meta.at))
        throw new Rejection('paper-from-the-future', { date: paper.date, today: dayOf(meta.at) });
      const template: Template = { id, version: latest + 1, ...inGateOrder(command.template) };
      const faults = checkTemplate(template);
      if (faults.length > 0) throw new Rejection('template-faulty', { faults: faults.map(faultCode) });
      return [{ type: 'TemplatePublished', template, basedOn, reason, paper }];
    }
    case 'RetireTemplateVersion': {
      requireKeeper(meta.by);
      const { version } = command;
      if (versionOf(id, state, version).retired) throw new Rejection('template-retired', { id, version });
      if (versions.filter(({ retired }) => !retired).length === 1)
        throw new Rejection('template-last-version', { id, version });
      return [{ type: 'TemplateVersionRetired', retired: version, reason: command.reason }];
    }
    default:
      command satisfies never;
      throw new Rejection('command-unknown', { type: String((command as { type: unknown }).type) });
  }
};

const inGateOrder = (content: TemplateContent): TemplateContent => ({
  ...content,
  gates: [...content.gates].sort((a, b) => GATE_CODES.indexOf(a.code) - GATE_CODES.indexOf(b.code)),
});

const evolveSubject = (state: TemplateState, fact: Fact<TemplateEvent>): TemplateState => {
  switch (fact.type) {
    case 'TemplatePublished': {
      const { at, by, basedOn, reason, paper, template: published } = fact;
      const publication = { at, by, basedOn, reason, paper };
      return { ...state, published: [...state.published, { template: published, publication }] };
    }
    case 'TemplateVersionRetired':
      return { ...state, retired: { ...state.retired, [fact.retired]: { at: fact.at, reason: fact.reason } } };
    default:
      return fact satisfies never;
  }
};

export const template: Decider<TemplateCommand, TemplateEvent, TemplateState> = {
  kind: 'template',
  initial: NO_TEMPLATE,
  decide,
  evolve: (state, fact) => ({ ...evolveSubject(state, fact), version: fact.version, lastAt: fact.at }),
  react: () => [],
  nextDue: () => null,
  refersTo: () => null,
  summary: (state) => ({
    phase: 'kept',
    orgUnit: '',
    details: `v${state.published.at(-1)?.template.version ?? 1}`,
    closed: false,
  }),
};
