/** The virus scanner is asked before a file is kept; without its verdict none is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { scanOf } from '../../files/index.ts';
import { clamd } from '../../files/scan.ts';

let folder = '';
let file = '';
const servers: Server[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'san-sang-scan-'));
  file = join(folder, 'file');
  await writeFile(file, Buffer.alloc(300_000, 'EICAR'));
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A clamd that reads the whole stream by its protocol and then answers. */
const startClamd = async (answer: (bytes: Buffer) => string | null): Promise<number> => {
  const server = createServer((socket) => {
    let read = Buffer.alloc(0);
    const bytes: Buffer[] = [];
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (part: Buffer) => {
      read = Buffer.concat([read, part]);
      if (!greeted) {
        if (read.length < 10) return;
        if (read.subarray(0, 10).toString('latin1') !== 'zINSTREAM\0') return socket.destroy();
        read = read.subarray(10);
        greeted = true;
      }
      while (read.length >= 4) {
        const length = read.readUInt32BE(0);
        if (length === 0) {
          const said = answer(Buffer.concat(bytes));
          return void (said === null ? socket.destroy() : socket.end(`${said}\0`));
        }
        if (read.length < 4 + length) return;
        bytes.push(read.subarray(4, 4 + length));
        read = read.subarray(4 + length);
      }
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port; // it listens on a port
};
const through = async (answer: (bytes: Buffer) => string | null) =>
  scanOf(`clamd://127.0.0.1:${await startClamd(answer)}`)?.(file);

describe('clamd', () => {
  test('gets every byte of the file, and its verdict counts', async () => {
    let length = 0;
    const clean = await through((bytes) => {
      length = bytes.length;
      return 'stream: OK';
    });
    expect(clean).toEqual({ clean: true });
    expect(length).toBe(300_000);
    expect(await through(() => 'stream: Eicar-Test-Signature FOUND')).toEqual({
      clean: false,
      found: 'Eicar-Test-Signature',
    });
  });

  test.each([
    ['refuses the size', (): string => 'INSTREAM size limit exceeded. ERROR'],
    ['hangs up', (): null => null],
    ['speaks of something else', (): string => 'PONG'],
  ])('that %s gives no verdict', async (_, answer) => {
    await expect(through(answer)).rejects.toMatchObject({ name: 'ScannerAway' });
  });

  test('that is not there, or does not answer in time, gives no verdict', async () => {
    await expect(scanOf('clamd://127.0.0.1:1')?.(file)).rejects.toMatchObject({ name: 'ScannerAway' });
    const silent = createServer((socket) => socket.on('error', () => {}).resume());
    servers.push(silent);
    await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready));
    const { port } = silent.address() as AddressInfo; // it listens on a port
    await expect(clamd({ host: '127.0.0.1', port }, 100)(file)).rejects.toMatchObject({ name: 'ScannerAway' });
  });
});

describe('a program', () => {
  const program = async (script: string) => {
    const path = join(folder, `scan-${script.length}`);
    await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    return scanOf(`command:${path}`)?.(file);
  };

  test('says clean by 0, found by 1, and nothing by anything else', async () => {
    expect(await program('test -s "$1"')).toEqual({ clean: true });
    expect(await program('echo "Worm.Test found"; exit 1')).toEqual({ clean: false, found: 'Worm.Test found' });
    await expect(program('exit 2')).rejects.toMatchObject({ name: 'ScannerAway' });
    await expect(scanOf('command:/not/there')?.(file)).rejects.toMatchObject({ name: 'ScannerAway' });
  });
});

test('a setting that names no scanner is none', () => {
  for (const setting of ['clamd', 'http://127.0.0.1', 'command:rm', 'clamd://', '']) expect(scanOf(setting)).toBeNull();
});
