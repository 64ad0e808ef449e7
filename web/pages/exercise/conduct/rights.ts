/** Which acts of the run are worth offering to a body (domain guide §2). The server decides in any case. */
import type { Schemas } from '../../../client/http.ts';
import { answersAs } from '../rights.ts';

type File = Pick<Schemas['ExerciseFile'], 'type' | 'roles'>;

export const mayRun = (file: File): boolean => answersAs(file, ['AGENCY', 'SB']);
export const mayStage = (file: File): boolean => answersAs(file, ['AGENCY', 'SB', 'DB']);
export const mayObserve = (file: File): boolean => answersAs(file, ['AGENCY', 'SB', 'DB', 'SA']);
export const mayRetest = (file: File): boolean => answersAs(file, ['SB', 'DB']);
