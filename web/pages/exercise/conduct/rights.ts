/** Which acts of the run are worth offering to a body (domain guide §2). The server decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import { answersAs } from '../rights.ts';

type File = Pick<Schemas['ExerciseFile'], 'type' | 'phase' | 'roles'>;

export const mayRun = (file: File): boolean => answersAs(file, ['AGENCY', 'SB']);
export const mayStage = (file: File): boolean => answersAs(file, ['AGENCY', 'SB', 'DB']);
export const mayObserve = (file: File): boolean => answersAs(file, ['AGENCY', 'SB', 'DB', 'SA']);
export const mayRetest = (file: File): boolean => answersAs(file, ['SB', 'DB']);
export const mayReportIncident = (file: File): boolean => answersAs(file, ['AGENCY', 'SB', 'CMC']);

const AT_WORK: readonly File['phase'][] = ['planned', 'preparing', 'ready', 'running', 'reviewing'];
/** Records rehearsals and raises what they showed: the boards, the agencies, the exercise frame. */
export const mayRehearse = (file: File): boolean =>
  AT_WORK.includes(file.phase) && answersAs(file, ['AGENCY', 'SB', 'DB', 'SA', 'FRAME']);
