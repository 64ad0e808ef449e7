/** What is said of files. */
import type { Words } from '../contract/index.ts';

export const scanLabel = (scan: 'clean' | 'notScanned'): Words =>
  scan === 'clean' ? { vi: 'Đã quét vi-rút', en: 'Scanned for viruses' } : { vi: 'Chưa quét', en: 'Not scanned' };
