/**
 * Which acts are worth offering to a duty on a file (domain guide §2), by what the server says that it answers for there. The
 * server decides in any case: this only keeps buttons away from those whom it would refuse.
 */
import type { Schemas } from '../../client/http.ts';

type File = Pick<Schemas['ExerciseFile'], 'type' | 'orgUnit' | 'superiorUnit' | 'phase' | 'roles'>;
/** Who acts: his body and whether he heads it. */
export interface Acting {
  readonly body: string;
  readonly post: 'head' | 'member';
}

export type ActName =
  | 'tailor'
  | 'move'
  | 'postpone'
  | 'resume'
  | 'cancel'
  | 'adoptTemplate'
  | 'passGate'
  | 'override'
  | 'ruleGate'
  | 'waive'
  | 'acceptClash'
  | 'reserve'
  | 'answerCity'
  | 'classify';

/** A code of the file, or the agency that keeps it: the city's, of a commune its own command. */
type Code = File['roles'][number] | 'AGENCY';
const KEEPERS: readonly Code[] = ['AGENCY', 'SA'];
const WHO: Readonly<Record<ActName, { readonly codes: readonly Code[]; readonly head?: true }>> = {
  tailor: { codes: KEEPERS },
  move: { codes: ['SB', 'MPC', ...KEEPERS] },
  postpone: { codes: ['SB', 'MPC'] },
  resume: { codes: ['SB', 'MPC', ...KEEPERS] },
  cancel: { codes: ['SB', 'MPC'], head: true },
  adoptTemplate: { codes: KEEPERS },
  passGate: { codes: ['SB', 'SC', 'MPC'], head: true },
  override: { codes: ['SB'], head: true },
  ruleGate: { codes: ['SB'], head: true },
  waive: { codes: ['SB', 'SC', 'MPC'], head: true },
  acceptClash: { codes: ['SB'], head: true },
  reserve: { codes: KEEPERS },
  answerCity: { codes: ['COM', 'AGENCY', 'SB', 'MPC'], head: true },
  classify: { codes: [...KEEPERS, 'MPC', 'SB'], head: true },
};

/** Phases in which days, checklist and papers may still change. */
const BEFORE_RUN: readonly File['phase'][] = ['planned', 'preparing', 'ready'];
const AT_WORK: readonly File['phase'][] = [...BEFORE_RUN, 'running', 'reviewing'];
const WHEN: Readonly<Record<ActName, readonly File['phase'][]>> = {
  tailor: BEFORE_RUN,
  move: BEFORE_RUN,
  postpone: BEFORE_RUN,
  resume: ['postponed'],
  cancel: ['draft', ...BEFORE_RUN, 'postponed'],
  adoptTemplate: BEFORE_RUN,
  passGate: AT_WORK,
  override: AT_WORK,
  ruleGate: AT_WORK,
  waive: AT_WORK,
  acceptClash: AT_WORK,
  reserve: AT_WORK,
  answerCity: ['draft', ...AT_WORK, 'postponed'],
  classify: ['draft', ...AT_WORK, 'postponed'],
};

/** Whether the body belongs to the file's own unit or to the one that leads it. */
export const isNear = (file: Pick<File, 'orgUnit' | 'superiorUnit'>, body: string): boolean => {
  const unit = body.slice(0, body.lastIndexOf('.'));
  return unit === file.orgUnit || unit === file.superiorUnit;
};

const isCommune = ({ type }: Pick<File, 'type'>): boolean =>
  type === 'communeCombatExercise' || type === 'selfDefenceUnit';

/** Whether he who asks answers in the file under one of the codes, whoever its owners are. */
export const answersAs = (file: Pick<File, 'type' | 'roles'>, codes: readonly Code[]): boolean => {
  const agency = isCommune(file) ? 'CMC' : 'SA';
  return codes.some((code) => file.roles.includes(code === 'AGENCY' ? agency : code));
};

export const mayAct = (act: ActName, file: File, acting: Acting | null): boolean => {
  const { codes, head = false } = WHO[act];
  return (
    acting !== null && WHEN[act].includes(file.phase) && answersAs(file, codes) && (!head || acting.post === 'head')
  );
};

/**
 * Whether he has the next word on a gate: the head of the steering board; of the party committees too before there is a board
 * (G0, G1), and for the second of two persons.
 */
export const mayPassGate = (
  file: File,
  { code, twoPersons, approvals }: Pick<Schemas['Gate'], 'code' | 'twoPersons' | 'approvals'>,
  acting: Acting | null,
): boolean =>
  mayAct('passGate', file, acting) &&
  (code === 'G0' || code === 'G1' || (twoPersons && approvals.length > 0) || mayAct('override', file, acting));

/** Whether he may enter papers: the keepers of the file and the bodies that issue them. */
export const mayEnterPaper = (file: File, acting: Acting | null): boolean =>
  acting !== null &&
  AT_WORK.includes(file.phase) &&
  answersAs(file, [...KEEPERS, 'CLERK', 'MPC', 'COM', 'SC', 'PC', 'SB', 'OB', 'FIN']);
