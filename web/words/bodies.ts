/** Names of bodies by their ids (`tam-ky.POL`), where an answer gives the id alone. */
import { BODIES } from '../../domain/labels/bodies.ts';
import type { Words } from './language.tsx';

type Code = keyof typeof BODIES;
const isCode = (code: string): code is Code => Object.hasOwn(BODIES, code);

const codeOf = (body: string): string => body.slice(body.lastIndexOf('.') + 1);

/** What acts by itself: the clock and the policies. */
const SYSTEM = 'system.VIEW';
const BY_ITSELF: Words = { vi: 'Hệ thống', en: 'The system' };

/** The id itself where the code is unknown. */
export const bodyWords = (body: string): Words => {
  if (body === SYSTEM) return BY_ITSELF;
  const code = codeOf(body);
  return isCode(code) ? { vi: BODIES[code].vi.name, en: BODIES[code].en.name } : { vi: body, en: body };
};

/** The post that heads a body, as offices call it. */
export const headWords = (body: string): Words => {
  const code = codeOf(body);
  return isCode(code) ? { vi: BODIES[code].vi.head, en: BODIES[code].en.head } : { vi: body, en: body };
};
