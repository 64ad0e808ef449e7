/** Which acts of the run are worth offering to a body (domain guide §2). The server decides in any case. */
import { type Acting, isNear } from '../rights.ts';
import type { File } from '../tabs.ts';

const codeOf = (body: string): string => body.slice(body.lastIndexOf('.') + 1);
const isCommune = ({ type }: File): boolean => type === 'communeCombatExercise' || type === 'selfDefenceUnit';
/** The body that keeps the file: the command of the city, of a commune its own. */
const agency = (file: File): string => `${file.orgUnit}.${isCommune(file) ? 'CMC' : 'SA'}`;

const among = (file: File, acting: Acting | null, codes: readonly string[]): boolean =>
  acting !== null &&
  (acting.body === agency(file) || (isNear(file, acting.body) && codes.includes(codeOf(acting.body))));

export const mayRun = (file: File, acting: Acting | null): boolean => among(file, acting, ['SB']);
export const mayStage = (file: File, acting: Acting | null): boolean => among(file, acting, ['SB', 'DB']);
export const mayObserve = (file: File, acting: Acting | null): boolean => among(file, acting, ['SB', 'DB', 'SA']);
export const mayRetest = (file: File, acting: Acting | null): boolean =>
  acting !== null && isNear(file, acting.body) && ['SB', 'DB'].includes(codeOf(acting.body));
export const mayReportIncident = (file: File, acting: Acting | null): boolean =>
  among(file, acting, ['SB']) || acting?.body === `${file.orgUnit}.CMC`;

const AT_WORK: readonly File['phase'][] = ['planned', 'preparing', 'ready', 'running', 'reviewing'];
/** Records rehearsals and raises what they showed: the boards, the agencies, the exercise frame. */
export const mayRehearse = (file: File, acting: Acting | null): boolean =>
  AT_WORK.includes(file.phase) && among(file, acting, ['SB', 'DB', 'SA', 'FRAME']);
