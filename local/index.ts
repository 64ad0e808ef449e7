/** The embedded machine: what `npm start` needs on a machine that has nothing but Node. */
export { type Env, type Log, MachineError, type MachineErrorCode } from './errors.ts';
export { acquireLock, type Lock } from './lock.ts';
export { type Machine, type MachineOptions, type Part, startMachine } from './machine.ts';
export { type Postgres, type PostgresOptions, startPostgres } from './postgres.ts';
export type { Failure, PartState } from './supervise.ts';
export { type FindOptions, type Found, findTemporal, findTestServer } from './temporal-binary.ts';
export { startTemporal, type TemporalOptions, type TemporalServer } from './temporal-server.ts';
