/** Sends one file and tells how far it is. */
import { type ProblemShown, Refused, type Schemas, Unreachable, writeHeaders } from '../../client/http.ts';
import type { FileKept } from '../../outbox/drafts.ts';

const isProblem = (body: unknown): body is ProblemShown =>
  typeof body === 'object' && body !== null && 'code' in body && 'messages' in body;
const isSent = (body: unknown): body is Schemas['FileSent'] =>
  typeof body === 'object' && body !== null && 'fileId' in body && 'sha256' in body;
/** As the proof names it. */
const keptOf = ({ fileId: id, sha256, size, name, type }: Schemas['FileSent']): FileKept => ({
  ...{ id, sha256, size, name, type },
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

export interface Upload {
  /** Rejects with `Refused`, `Unreachable`, or an `AbortError`. */
  readonly done: Promise<FileKept>;
  readonly stop: () => void;
}

/** `onPart` is told the share sent, 0 to 1; at 1 the server is looking at it. */
export const uploadFile = (exercise: string, task: string, file: File, onPart: (share: number) => void): Upload => {
  const request = new XMLHttpRequest();
  const done = new Promise<FileKept>((resolve, reject) => {
    request.open('POST', `/api/v1/exercises/${encodeURIComponent(exercise)}/files`);
    for (const [name, value] of Object.entries(writeHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onPart(total > 0 ? loaded / total : 0);
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onerror = () => reject(new Unreachable('upload'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300 && isSent(body)) resolve(keptOf(body));
      else reject(isProblem(body) ? new Refused(body) : new Unreachable(`HTTP ${request.status}`));
    };
    const form = new FormData();
    form.append('task', task);
    form.append('file', file);
    request.send(form);
  });
  return { done, stop: () => request.abort() };
};
