/** Sends a table to its door. */
import { checked, reach, type Schemas, writeHeaders } from '../../client/http.ts';

export type Kind = Schemas['ImportKind'];
export type Job = Schemas['Import'];

export interface Sending {
  readonly kind: Kind;
  /** Id of the drill or programme, where the kind asks for one. */
  readonly target: string | undefined;
  readonly settings: Readonly<Record<string, string>>;
  readonly file: File;
}

/** Which kind of file a kind of import goes to; null: to none of them. */
export const targetOf = ({ door }: Kind): 'drill' | 'programme' | null =>
  door === 'programme' ? 'programme' : door === 'drill' || door === 'roster' ? 'drill' : null;

/** The import that checks it. Throws `Refused` or `Unreachable`. */
export const sendTable = async ({ kind, target, settings, file }: Sending): Promise<Job> => {
  const form = new FormData();
  form.append('kind', kind.kind);
  form.append('settings', JSON.stringify(settings));
  form.append('file', file);
  const path = targetOf(kind) ? `${kind.door}/${encodeURIComponent(target ?? '')}` : kind.door;
  const response = await checked(
    await reach(`/api/v1/imports/${path}`, { method: 'POST', headers: writeHeaders(), body: form }),
  );
  return (await response.json()) as Job; // of the contract
};
