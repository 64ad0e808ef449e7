/** Deadlines as a calendar file (RFC 5545), to be opened by the calendar of a phone or an office program. */
import type { Schemas } from '../../client/http.ts';
import { addDays } from '../../words/format.ts';

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');
const bare = (date: string): string => date.replaceAll('-', '');
const MOST_OCTETS = 73;

/** Lines of at most 75 octets, broken between characters. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  for (const sign of line) {
    if (encoder.encode(part + sign).length > MOST_OCTETS) {
      parts.push(part);
      part = '';
    }
    part += sign;
  }
  return [...parts, part].join('\r\n ');
};

/** `stamp` is the instant of the data, ISO in UTC. All-day events, one for each task that is not done. */
export const deadlinesFile = (
  tasks: readonly Pick<Schemas['Task'], 'exercise' | 'code' | 'title' | 'due' | 'mark'>[],
  { stamp, language }: { readonly stamp: string; readonly language: 'vi' | 'en' },
): string => {
  const at = `${stamp.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const events = tasks
    .filter(({ mark }) => mark === 'ahead' || mark === 'today' || mark === 'overdue')
    .flatMap(({ exercise, code, title, due }) => [
      'BEGIN:VEVENT',
      `UID:${exercise}-${code}@san-sang`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${bare(due)}`,
      `DTEND;VALUE=DATE:${bare(addDays(due, 1))}`,
      `SUMMARY:${escaped(`${code} ${title[language]}`)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//San Sang//Deadlines//VI', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
