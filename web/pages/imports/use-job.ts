/** One import, asked for again while it is worked on. */
import { useQuery } from '@tanstack/react-query';
import { readQuery } from '../../client/read.ts';
import type { Job } from './send.ts';

const WORKED_ON: readonly Job['state'][] = ['checking', 'running'];
/** Milliseconds between looks; no event of the ledger tells of a check. */
const LOOK_MS = 700;

export const useJob = (job: string) =>
  useQuery({
    ...readQuery('/api/v1/imports/{job}', { path: { job } }),
    refetchInterval: ({ state: { data } }) => (data && WORKED_ON.includes(data.state) ? LOOK_MS : false),
  });
