/** Takes one file out of an archive (zip or tar.gz, told apart by content) without holding the whole of it in memory. */

import { once } from 'node:events';
import { closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';

/** Writes the member to `target`. Throws when the archive is damaged, of another kind, or has no such member. */
export async function unpackMember(
  archive: string,
  isMember: (name: string) => boolean,
  target: string,
): Promise<void> {
  const kind = archiveKind(archive);
  if (kind === 'other') throw new Error('neither a zip nor a tar.gz archive');
  const found =
    kind === 'zip' ? await unzipMember(archive, isMember, target) : await untarMember(archive, isMember, target);
  if (!found) throw new Error('the archive does not hold the program');
}

function archiveKind(archive: string): 'zip' | 'gzip' | 'other' {
  const head = Buffer.alloc(4);
  const file = openSync(archive, 'r');
  readSync(file, head, 0, 4, 0);
  closeSync(file);
  if (head.toString('latin1') === 'PK\u0003\u0004') return 'zip';
  return head[0] === 0x1f && head[1] === 0x8b ? 'gzip' : 'other';
}

async function unzipMember(archive: string, isMember: (name: string) => boolean, target: string): Promise<boolean> {
  const member = { opened: false, whole: false };
  const output = openSync(target, 'w');
  const unzip = new Unzip((file) => {
    if (member.opened || !isMember(file.name)) return;
    member.opened = true;
    file.ondata = (error, chunk, final) => {
      if (error) throw error;
      writeSync(output, chunk);
      member.whole = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const chunk of createReadStream(archive, { highWaterMark: 1 << 18 })) {
      unzip.push(new Uint8Array(chunk), false);
      if (member.whole) return true;
    }
    unzip.push(new Uint8Array(0), true);
  } finally {
    closeSync(output);
  }
  if (member.opened && !member.whole) throw new Error('the archive ends too early');
  return member.whole;
}

const BLOCK = 512;

async function untarMember(archive: string, isMember: (name: string) => boolean, target: string): Promise<boolean> {
  const input = createReadStream(archive);
  const tar = createGunzip();
  input.on('error', (error) => tar.destroy(error)).pipe(tar);
  let rest = Buffer.alloc(0);
  let left = 0;
  let skip = 0;
  let output: ReturnType<typeof createWriteStream> | null = null;
  for await (const chunk of tar) {
    rest = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    while (rest.length > 0) {
      if (output) {
        const part = rest.subarray(0, left);
        left -= part.length;
        rest = rest.subarray(part.length);
        if (!output.write(part)) await once(output, 'drain');
        if (left === 0) {
          output.end();
          await once(output, 'close');
          input.destroy();
          return true;
        }
      } else if (skip > 0) {
        const step = Math.min(skip, rest.length);
        skip -= step;
        rest = rest.subarray(step);
      } else {
        if (rest.length < BLOCK) break;
        const name = rest.toString('utf8', 0, 100).replace(/\0.*$/s, '');
        const size = Number.parseInt(rest.toString('latin1', 124, 136), 8) || 0;
        rest = rest.subarray(BLOCK);
        if (name && isMember(name) && size > 0) {
          output = createWriteStream(target);
          left = size;
        } else {
          skip = Math.ceil(size / BLOCK) * BLOCK;
        }
      }
    }
  }
  if (output) throw new Error('the archive ends too early');
  return false;
}
