/** Which acts are offered to whom on a task, by its state and by the rights the server names. The server decides in any case. */
import type { Answer } from '../../client/http.ts';

export type Whole = Answer<'/api/v1/exercises/{id}/tasks/{code}'>;

/** The one button that leads on; `form`: the proof is asked for. */
export type Primary = 'accept' | 'start' | 'submit' | 'verify' | 'decide' | null;
export interface Acts {
  readonly primary: Primary;
  /** The proof may be handed in now, whatever the primary act is. */
  readonly maySubmit: boolean;
  readonly mayRevise: boolean;
  readonly mayReturn: boolean;
  /** He would verify, but had a part in the work. */
  readonly hadPart: boolean;
  readonly mayExtend: boolean;
  readonly mayWithdraw: boolean;
  readonly mayHandOver: boolean;
  readonly mayAssign: boolean;
  readonly mayWaive: boolean;
  readonly mayAcknowledge: boolean;
  readonly mayComment: boolean;
  readonly isOwner: boolean;
  readonly isActive: boolean;
}

export interface Who {
  readonly body: string;
  readonly post: 'head' | 'member';
  readonly person: string | null;
}

const ACTIVE: readonly Whole['phase'][] = ['planned', 'preparing', 'ready', 'running', 'reviewing'];
const UNDONE: readonly Whole['task']['status'][] = ['waiting', 'open', 'started', 'returned'];
const NOTHING: Acts = {
  ...{ primary: null, maySubmit: false, mayRevise: false, mayReturn: false, hadPart: false, mayExtend: false },
  ...{ mayWithdraw: false, mayHandOver: false, mayAssign: false, mayWaive: false, mayAcknowledge: false },
  ...{ mayComment: false, isOwner: false, isActive: false },
};

const hadPart = ({ person, accepted, startedBy, submissions }: Whole['task'], who: Who): boolean =>
  who.person !== null &&
  [person, accepted?.person, startedBy?.person, submissions.at(-1)?.by.person].includes(who.person);

const primaryOf = (task: Whole['task'], rights: Record<'owns' | 'verifies' | 'decides', boolean>): Primary => {
  if (rights.verifies && task.status === 'submitted') return 'verify';
  if (rights.decides && task.extension) return 'decide';
  if (!rights.owns) return null;
  if (task.status === 'open') return task.accepted ? 'start' : 'accept';
  if (task.status === 'waiting') return task.accepted ? null : 'accept';
  return task.status === 'started' || task.status === 'returned' ? 'submit' : null;
};

/** `who` is null where nobody may write: no duty, or a past day is shown. */
export const actsFor = (whole: Whole, who: Who | null): Acts => {
  if (!who) return NOTHING;
  const { task, rights, phase, today } = whole;
  const isOwner = task.owner === who.body;
  const isActive = ACTIVE.includes(phase);
  if (!isActive) return { ...NOTHING, isOwner };
  const part = isOwner || hadPart(task, who);
  const may = (bodies: readonly string[]): boolean => bodies.includes(who.body);
  const undone = UNDONE.includes(task.status);
  const done = task.status === 'verified' || task.status === 'waived';
  const verifies = may(rights.verify) && !part;
  const decides = may(rights.decideExtension) && task.extension?.askedBy.person !== who.person;
  return {
    primary: primaryOf(task, { owns: isOwner, verifies, decides }),
    maySubmit: isOwner && undone && task.waitsOn.length === 0,
    mayRevise: isOwner && (task.status === 'submitted' || task.status === 'verified'),
    mayReturn: verifies && task.status === 'submitted',
    hadPart: may(rights.verify) && !isOwner && part && task.status === 'submitted',
    mayExtend: isOwner && undone && task.extension === null,
    mayWithdraw: isOwner && task.extension !== null,
    mayHandOver: isOwner && undone,
    mayAssign: may(rights.assign) && undone,
    mayWaive: may(rights.waive) && who.post === 'head' && undone && !hadPart(task, who),
    mayAcknowledge:
      task.holder === who.body &&
      !done &&
      task.due >= today &&
      whole.reminders.some(
        (each) => each.to === who.body && each.deadline === task.due && each.acknowledgedAt === null,
      ),
    mayComment: !task.referenceOnly && (isOwner || may(rights.verify) || may(rights.assign)),
    isOwner,
    isActive,
  };
};
