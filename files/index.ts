/** Evidence files: what is taken, how it is looked at, and where it lies. Knows neither exercises nor HTTP. */
export { diskStorage } from './disk.ts';
export { type Inspected, inspect, type Unfit } from './inspect.ts';
export { type Condition, conditionOf } from './integrity.ts';
export { FILE_KINDS, type FileType, mayShowInline } from './kinds.ts';
export { disposition, fileName, MOST_NAME } from './name.ts';
export { type S3Settings, s3Storage } from './s3.ts';
export { type Scan, ScannerAway, scanOf, type Verdict } from './scan.ts';
export { type Spooled, spool, sweepSpool } from './spool.ts';
export { type Content, type FileStorage, StorageAway } from './storage.ts';
