/**
 * How fast the search is and how much memory its index holds, at 1,000, 10,000 and 100,000 items:
 * `npm run build && node --expose-gc dist/bench/search-speed.js`.
 */
import type { Item, ItemId, PlanId } from '../src/domain/model.ts';
import type { Library } from '../src/knowledge/library.ts';
import { loadVocabulary, NO_VOCABULARY } from '../src/knowledge/vocabulary.ts';
import { createSearch } from '../src/search/search.ts';

const SUBJECTS =
  'nurses psychologists doctors carers trainees managers volunteers students apprentices therapists pharmacists schools colleges universities hospitals communities prisons employers councils charities'.split(
    ' ',
  );
const VERBS =
  'recruit train support retain develop review publish expand improve fund evaluate promote design deliver strengthen monitor share establish extend simplify'.split(
    ' ',
  );
const MATTERS =
  'wellbeing leadership careers pathways vacancies data digital skills pay supervision placements language equality research funding workload culture flexibility partnership prevention'.split(
    ' ',
  );
const QUESTIONS = [
  'what is being done about nurse recruitment',
  'wellbeing of staff in schools',
  'how are digital skills going',
  'beth sydd yn digwydd gyda llesiant staff',
  'recrutment of psycologists',
  'pay and careers for volunteers',
  'burnout',
  'leadership training for managers',
  'where did it come from',
  'pwy sy’n arwain ar hyfforddiant',
];

/** Numbers that look random and are the same every time. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function libraryOf(size: number): Library {
  const next = sequence(7);
  const pick = (list: readonly string[]): string => list[next(list.length)] ?? '';
  const invented = (): string => `w${(next(Math.ceil(Math.sqrt(size) * 60)) + 1_000).toString(26)}x`;
  const items = Array.from({ length: size }, (_, at): Item => {
    const title = `${pick(VERBS)} ${pick(SUBJECTS)} through ${pick(MATTERS)} and ${pick(MATTERS)}`;
    const summary = Array.from({ length: 28 }, (_, word) =>
      word % 3 === 0 ? invented() : pick([...SUBJECTS, ...MATTERS, 'the', 'of', 'and']),
    );
    return {
      id: `p/action-${at}` as ItemId,
      plan: 'p' as PlanId,
      kind: 'action',
      refs: [String(at)],
      title: { en: title, cy: `cam ${at} llesiant hyfforddiant` },
      summary: { en: summary.join(' ') },
      leads: [],
      addressees: [],
      dueWas: [],
      tags: [],
      audience: 'public',
      source: { document: { en: 'Bench' }, confidence: 'primary' },
    };
  });
  return { items, facts: [], theme: () => undefined } as unknown as Library;
}

function report(size: number): void {
  const loaded = loadVocabulary('knowledge/vocabulary.yaml');
  const library = libraryOf(size);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const began = performance.now();
  const search = createSearch(library, loaded.ok ? loaded.vocabulary : NO_VOCABULARY);
  const built = performance.now() - began;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  const times: number[] = [];
  let cpu = process.cpuUsage();
  for (let round = 0; round < 40; round += 1) {
    if (round === 10) cpu = process.cpuUsage();
    for (const [at, question] of QUESTIONS.entries()) {
      const start = performance.now();
      search.find(question, { locale: at === 3 || at === 9 ? 'cy' : 'en' });
      if (round >= 10) times.push(performance.now() - start);
    }
  }
  const spent = process.cpuUsage(cpu);
  const mean = (spent.user + spent.system) / 1_000 / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  process.stdout.write(
    `${size} items: built in ${built.toFixed(0)} ms, holds ${held.toFixed(1)} MB, a question p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, mean processor time ${mean.toFixed(2)} ms\n`,
  );
}

for (const size of [100, 1_000, 10_000, 100_000]) report(size);
