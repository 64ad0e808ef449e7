/** The sentences of notices in both languages, by the names of today. */
import type { Received } from '../../../db/delivery/inbox.ts';
import { type Subject, subjectKey } from '../../../db/delivery/subjects.ts';
import { type NoticeText, noticeText } from '../../../domain/delivery/index.ts';
import { calledOn, headCalledOn } from '../../../domain/labels/called.ts';
import type { OrganisationState } from '../../../domain/organisation/index.ts';
import type { BodyId } from '../../../domain/people.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Words } from '../../contract/index.ts';

const LANGUAGES = ['vi', 'en'] as const;
export type TextOf = (received: Received) => { readonly [K in keyof NoticeText]: Words };

export const textsOf = (org: OrganisationState, day: LocalDate, subjects: ReadonlyMap<string, Subject>): TextOf => {
  const called = { vi: calledOn(org, day, 'vi'), en: calledOn(org, day, 'en') };
  return ({ exercise, notice }) => {
    const { about, subject } = notice;
    const known = subjects.get(subjectKey({ exercise, about, subject }));
    const [vi, en] = LANGUAGES.map((language) =>
      noticeText(
        notice,
        {
          body: called[language].body,
          head: (body) => headCalledOn(org, day, language, body),
          subject: [subject, language === 'vi' ? known?.titleVi : known?.titleEn].filter(Boolean).join(' '),
          exercise: known?.theme ?? '',
        },
        language,
      ),
    ) as [NoticeText, NoticeText]; // one for each language
    return {
      sentence: { vi: vi.sentence, en: en.sentence },
      act: { vi: vi.act, en: en.act },
      why: { vi: vi.why, en: en.why },
    };
  };
};

export const bodyNamed = (org: OrganisationState, day: LocalDate, body: BodyId): Words => ({
  vi: calledOn(org, day, 'vi').body(body),
  en: calledOn(org, day, 'en').body(body),
});
