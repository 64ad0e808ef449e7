/** Whether a file may be called ready. */
import type { Schemas } from '../client/http.ts';

type Gate = Pick<Schemas['Gate'], 'code' | 'state'>;
export interface Judged {
  readonly readiness: Pick<Schemas['ExerciseFile']['readiness'], 'verdict'>;
  readonly gates: readonly Gate[];
}

/** The word for a file as a whole: on track is not ready, that is said once the readiness gate (G6) has been passed. */
export const readyWord = ({ readiness: { verdict }, gates }: Judged): 'ready' | 'onTrack' | 'notReady' | 'none' => {
  if (verdict === 'none') return 'none';
  if (verdict !== 'green') return 'notReady';
  return gates.some(({ code, state }) => code === 'G6' && state === 'passed') ? 'ready' : 'onTrack';
};
