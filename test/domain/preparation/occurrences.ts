/** One real occurrence of every refusal of the preparation. */
import { exercise } from '../../../domain/exercise/index.ts';
import type { PREPARATION_REJECTIONS } from '../../../domain/labels/rejections-preparation.ts';
import { SYSTEM } from '../../../domain/people.ts';
import type { Rejection } from '../../../domain/rejection.ts';
import { template } from '../../../domain/template/stream.ts';
import { type Command, member, type Step, step } from '../../support/domain.ts';
import {
  CITY,
  CMC,
  COMMUNE,
  cityThrough,
  DB,
  draftedCity,
  draftedCommune,
  EARLY,
  POL,
  planCity,
  planCommune,
  plannedCity,
  plannedCommune,
  runningCity,
  SA,
  SB,
  SB_MEMBER,
  submit,
} from '../exercise/season.ts';
import {
  addTask,
  COMMUNES,
  communeOnFirst,
  communeWith,
  dropTask,
  publish,
  publishedCommune,
  publishedWorld,
  refused,
  relink,
  retime,
} from './support.ts';

const now = (command: Command, by = SA, when = EARLY): Step => step(by, when, command);
const city = (...steps: Step[]): Rejection => refused(CITY, exercise.initial, [...plannedCity, ...steps]);
const commune = (...steps: Step[]): Rejection => refused(COMMUNE, exercise.initial, [...plannedCommune, ...steps]);
const drafted = (command: Command, world = publishedWorld(communeWith({}))): Rejection =>
  refused(COMMUNE, exercise.initial, [...draftedCommune, now(command, CMC)], world);
const versions = (...commands: Command[]): Rejection =>
  refused(
    COMMUNES,
    publishedCommune(communeWith({})),
    commands.map((command) => now(command)),
  );

const held = now({ type: 'HoldRehearsal', rehearsal: 'LT1', step: 'practice', date: '2026-10-06' });
const raised = now({
  type: 'RaiseIssue',
  issue: 'V1',
  rehearsal: 'LT1',
  text: 'báo cáo chậm',
  owner: 'tam-ky.POL',
  due: '2026-10-20',
});
const issue = (type: string, more: object = {}, by = DB): Step => now({ type, issue: 'V1', ...more }, by);
const carry = (into: string): Step => issue('CarryIssue', { into, reason: 'để tổng duyệt' });
const lesson = { finding: 'F1', text: 'gọi chậm', suggestion: 'Gọi thử trước một tuần' };
const received = now({ type: 'ReceiveProposal', proposal: 'an-son-7', from: 'an-son', lessons: [lesson] }, SYSTEM);
const decide = (accepted: boolean, more: object = {}): Step =>
  now({ type: 'DecideProposal', proposal: 'an-son-7', accepted, reason: 'hợp', ...more }, CMC);

export const PREPARATION_OCCURRENCES: Record<keyof typeof PREPARATION_REJECTIONS, () => Rejection> = {
  'task-accepted': () => city(now({ type: 'AcceptTask', task: 'C01' }), now({ type: 'AcceptTask', task: 'C01' })),
  'comments-full': () =>
    city(...Array.from({ length: 201 }, () => now({ type: 'CommentTask', task: 'C01', text: 'đã xem' }))),
  'gate-passed-evidence': () =>
    refused(CITY, exercise.initial, [
      ...cityThrough('G0'),
      now({ ...submit('C01'), type: 'ReviseEvidence', reason: 'sai số' }),
    ]),
  'own-extension': () =>
    refused(CITY, exercise.initial, [
      ...cityThrough('G1'),
      now({ type: 'RequestExtension', task: 'C07', until: '2027-02-01', reason: 'chờ' }, SB_MEMBER),
      now({ type: 'DecideExtension', task: 'C07', granted: true, reason: 'được' }, SB),
    ]),
  'own-waiver': () =>
    city(
      now({ type: 'AcceptTask', task: 'C05' }, member('tam-ky.PC', SB.person)),
      now({ type: 'WaiveTask', task: 'C05', reason: 'không tổ chức' }, SB),
    ),
  'role-of-superior': () => drafted({ ...planCommune, owners: { SB: 'tan-thanh.COM' } }),
  'board-keeps-file': () =>
    refused(CITY, exercise.initial, [...draftedCity, now({ ...planCity, owners: { SB: 'tam-ky.SA' } })]),
  'tailoring-closed': () => refused(CITY, exercise.initial, [...runningCity, now(dropTask('C37'))]),
  'task-exists': () => city(now(addTask('C17'))),
  'gate-task-kept': () => city(now(dropTask('C31'))),
  'gate-passed-tailoring': () =>
    refused(CITY, exercise.initial, [...cityThrough('G0'), now(addTask('C41', { gate: 'G0', after: [] }))]),
  'task-cycle': () => city(now(relink('C11', 'C10', 'C17'))),
  'predecessor-in-later-gate': () => city(now(relink('C14', 'C11', 'C15'))),
  'due-before-predecessor': () => city(now(retime('C17', 'T-60'))),
  'gate-task-not-last': () => city(now(retime('C17', 'T-10'))),
  'adoption-conflict': () =>
    refused(
      COMMUNE,
      exercise.initial,
      [
        ...communeOnFirst,
        now(relink('X14', 'X07', 'X13'), CMC),
        now({ type: 'AdoptTemplate', version: 2, reason: 'mẫu mới' }, CMC),
      ],
      publishedWorld(communeWith({ X13: { after: ['X06', 'X14'] } })),
    ),
  'template-outdated': () => versions(publish(communeWith({}), 1)),
  'template-faulty': () => versions(publish(communeWith({ X05: { after: ['X05'] } }), 2)),
  'template-retired': () => versions(retireVersion(1), retireVersion(1)),
  'template-last-version': () => refused(COMMUNES, template.initial, [now(retireVersion(1))]),
  'template-not-for-type': () => drafted({ ...planCommune, template: { id: 'city', version: 1 } }),
  'not-compressible': () => refused(CITY, exercise.initial, [...draftedCity, now({ ...planCity, compressed: true })]),
  'run-too-short': () =>
    drafted({ type: 'PlanExercise', startDate: '2026-11-06', endDate: '2026-11-07', compressed: true }),
  'rehearsal-exists': () => city(held, held),
  'rehearsal-unknown': () => city(raised),
  'rehearsal-ahead': () => city(now({ ...held.command, date: '2026-10-07' })),
  'rehearsal-attendance': () => city(now({ ...held.command, attended: 11, expected: 10 })),
  'issue-exists': () => city(held, raised, raised),
  'issue-unknown': () => city(issue('ConfirmIssue')),
  'issue-status': () => city(held, raised, issue('ConfirmIssue')),
  'issue-due-passed': () => city(held, now({ ...raised.command, due: '2026-10-05' })),
  'issue-carried-back': () => city(held, raised, carry('finalRehearsal'), carry('trialRun')),
  'own-issue': () => city(held, raised, issue('CloseIssue', { evidence: 'xong' }, POL), issue('ConfirmIssue', {}, POL)),
  'proposal-unknown': () => commune(decide(false)),
  'proposal-decided': () => commune(received, decide(false), decide(true)),
  'proposal-incomplete': () => commune(received, decide(true, { tasks: [{ finding: 'F1', gate: 'G4' }] })),
};

function retireVersion(version: number): Command {
  return { type: 'RetireTemplateVersion', version, reason: 'đã có bản mới' };
}
