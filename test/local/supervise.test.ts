import { expect, test } from '@jest/globals';
import type { Exit } from '../../local/child.ts';
import { type Failure, type Service, supervise } from '../../local/supervise.ts';
import { eventually, silent } from './support.ts';

type Fake = Service & { die(): void; stopped: boolean };

function fakeService(port: number): Fake {
  const callbacks: ((exit: Exit) => void)[] = [];
  const service: Fake = {
    pid: 1,
    port,
    stopped: false,
    stop: async () => {
      service.stopped = true;
    },
    onExit: (callback) => callbacks.push(callback),
    logTail: () => 'last words',
    die: () => {
      for (const callback of callbacks) callback({ code: 7, signal: null });
    },
  };
  return service;
}

test('a service that ends unexpectedly is started anew on its port', async () => {
  const ports: (number | null)[] = [];
  const start = async (port: number | null) => {
    ports.push(port);
    return fakeService(port ?? 4000);
  };
  const supervised = await supervise({ name: 'x', start, log: silent, onFailure: silent, delaysMs: [1, 1] });
  supervised.service().die();
  expect(supervised.state()).toBe('restarting');
  await eventually(() => expect(supervised.state()).toBe('ready'));
  expect(ports).toEqual([null, 4000]);
  await supervised.stop();
  expect(supervised.state()).toBe('stopped');
});

test('a service that cannot be kept is told once, with its exit and its last words', async () => {
  const failures: Failure[] = [];
  let starts = 0;
  const start = async () => {
    if (starts++ > 0) throw new Error('still broken');
    return fakeService(4000);
  };
  const onFailure = (failure: Failure) => void failures.push(failure);
  const supervised = await supervise({ name: 'x', start, log: silent, onFailure, delaysMs: [1, 1, 1] });
  supervised.service().die();
  await eventually(() => expect(supervised.state()).toBe('failed'));
  expect(starts).toBe(4);
  expect(failures).toEqual([{ name: 'x', exitCode: 7, signal: null, logTail: 'still broken' }]);
});

test('a stop during the wait ends the restarts', async () => {
  let starts = 0;
  const start = async () => {
    starts++;
    return fakeService(4000);
  };
  const supervised = await supervise({ name: 'x', start, log: silent, onFailure: silent, delaysMs: [60_000] });
  supervised.service().die();
  await supervised.stop();
  expect(starts).toBe(1);
});
