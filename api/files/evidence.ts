/** Before a command that names files travels: they are there, they belong to it, and they are what the sender says. */
import { z } from 'zod';
import { findFile, type ListedFile, noteUse } from '../../db/files.ts';
import { EvidenceFile } from '../../domain/exercise/index.ts';
import { type EntityId, entityOf, kindOf } from '../../domain/streams.ts';
import type { Envelope } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { within } from '../route.ts';
import { fileService, reaching } from './service.ts';

const Naming = z.object({
  type: z.enum(['SubmitTask', 'ReviseEvidence']),
  task: z.string(),
  evidence: z.object({ files: z.array(EvidenceFile) }),
});

/** Of the body that acts, or already in the proof of the same task: a successor goes on with what was handed in before. */
const belongs = (found: ListedFile | null, task: string, body: string): found is ListedFile =>
  found !== null && found.task === task && (found.body === body || found.named);

const check = async (deps: ApiDeps, exercise: EntityId, { command, by }: Envelope): Promise<void> => {
  const naming = Naming.safeParse(command);
  if (!naming.success) return;
  const { storage } = fileService(deps);
  const { task, evidence } = naming.data;
  for (const file of evidence.files) {
    const found = await findFile(deps.db, exercise, file.id);
    if (!belongs(found, task, by.body)) throw new Problem('file-unknown', { name: file.name });
    const same = (['sha256', 'size', 'name', 'type'] as const).every((key) => found[key] === file[key]);
    if (!same) throw new Problem('file-differs', { name: file.name });
    if ((await reaching(storage.stat(file.sha256)))?.size !== file.size)
      throw new Problem('file-unknown', { name: file.name });
  }
  await noteUse(
    deps.db,
    evidence.files.map(({ id }) => id),
  );
};

/**
 * Throws `file-unknown` for a file that is not there, belongs to another task, exercise or body; `file-differs` where the
 * sender's words about it are not what was found when it came. Commands that name no file pass.
 */
export const checkEvidenceFiles = async (deps: ApiDeps, envelope: Envelope): Promise<void> => {
  if (kindOf(envelope.stream) !== 'exercise') return;
  await within(check(deps, entityOf(envelope.stream), envelope), 'store-unavailable');
};
