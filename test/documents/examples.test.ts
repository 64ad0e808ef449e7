/**
 * The papers of the Tam Kỳ season, and reviews of programmes, as they lie in `examples/papers`, byte for byte: `UPDATE=1 npm test -- test/documents/examples`
 * writes them anew, to be looked at.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { writeDocx } from '../../documents/docx/write.ts';
import { buildPaper, offers, type PaperDocument, programmeReview, type Sources } from '../../documents/index.ts';
import { writePdf } from '../../documents/pdf/write.ts';
import { exerciseRule } from '../../domain/register/index.ts';
import { playedProgrammes, programmeAt } from './programmes.ts';
import { playedSeason, sourcesAt } from './season.ts';

const FOLDER = new URL('../../examples/papers/', import.meta.url);

/** Day on which a body is late, so that there is somebody to be reminded. */
const LATE_DAY = '2022-06-08';

const papersOf = (name: string, sources: (kind: 'exercise' | 'drill' | 'review') => Sources | null) => {
  const first = sources('exercise');
  if (!first) throw new Error(name);
  return offers(first).flatMap(({ kind }) => {
    const at = sources(exerciseRule(kind).source);
    const offer = at && offers(at).find((each) => each.kind === kind);
    return (offer?.choices ?? []).map(({ of }) => {
      const paper = at && buildPaper(at, kind, of, null);
      if (typeof paper === 'string' || !paper) throw new Error(`${kind}: ${paper}`);
      return { name: `${name}-${kind}${of ? `-${of.toLowerCase().replaceAll('.', '-')}` : ''}`, paper };
    });
  });
};

const season = async () => {
  const facts = await playedSeason();
  const late = sourcesAt(facts, 'tam-ky-2022', 'exercise', LATE_DAY);
  return [
    ...papersOf('tam-ky', (kind) => sourcesAt(facts, 'tam-ky-2022', kind)),
    ...papersOf('tan-thanh', (kind) => sourcesAt(facts, 'tan-thanh-2022', kind)),
    ...papersOf('tam-ky', (kind) => (kind === 'exercise' ? late : null)).filter(({ name }) =>
      name.includes('reminder'),
    ),
  ];
};

/** Of programmes: held reviews, and one that is being prepared with what is missing and late. */
const REVIEWS = [
  { name: 'dak-lak', plan: 'dak-lak-2021-2025', programme: 'dak-lak-2021-2025', review: 'midTerm', day: '2023-08-24' },
  { name: 'kim-bang', plan: 'kim-bang-2015-2020', programme: 'kim-bang-de-an-23', review: 'final', day: '2020-10-13' },
  {
    name: 'kon-tum',
    plan: 'kon-tum-2011-2015',
    programme: 'kon-tum-huong-dan-35',
    review: 'midTerm',
    day: '2014-07-04',
  },
  {
    name: 'cu-kuin',
    plan: 'cu-kuin-2020-2025',
    programme: 'cu-kuin-2020-2025',
    review: '2021-yearly',
    day: '2021-12-22',
  },
] as const;

const reviews = async () => {
  const papers: { name: string; paper: PaperDocument }[] = [];
  for (const { name, plan, programme, review, day } of REVIEWS) {
    const sources = programmeAt(await playedProgrammes(plan), programme, day);
    papers.push({
      name: `${name}-programme-review-${review.toLowerCase()}`,
      paper: programmeReview(sources, review, null),
    });
  }
  return papers;
};

test('every paper of the season and of the programmes is the one that was looked at', async () => {
  const files = new Map<string, Buffer>();
  for (const { name, paper } of [...(await season()), ...(await reviews())]) {
    files.set(`${name}.docx`, await writeDocx(paper));
    files.set(`${name}.pdf`, await writePdf(paper));
  }
  if (process.env.UPDATE) {
    await rm(FOLDER, { recursive: true, force: true });
    await mkdir(FOLDER, { recursive: true });
    for (const [name, bytes] of files) await writeFile(new URL(name, FOLDER), bytes);
  }
  expect((await readdir(FOLDER)).sort()).toEqual([...files.keys()].sort());
  for (const [name, bytes] of files) {
    const kept = await readFile(new URL(name, FOLDER));
    expect([name, kept.equals(bytes)]).toEqual([name, true]);
  }
}, 120_000);
