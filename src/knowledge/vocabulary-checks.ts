import type { Locale } from '../domain/model.ts';
import type { Finding, Path } from './finding.ts';

/** What of an entry can contradict another. */
interface Words {
  readonly en: readonly string[];
  readonly cy: readonly string[];
  readonly broader: readonly string[];
  readonly narrower: readonly string[];
}

/** What entries that are right each by itself get wrong between them. */
export function vocabularyFindings(entries: readonly Words[]): readonly Finding[] {
  return [
    ...twiceMain(entries, 'en'),
    ...twiceMain(entries, 'cy'),
    ...entries.flatMap((entry, at) => [
      ...widerThanItself(entry, at, 'broader'),
      ...widerThanItself(entry, at, 'narrower'),
    ]),
    ...inCircles(entries),
  ];
}

/** The main word names the idea: were it two entries', a question with it would be asked of both. */
function twiceMain(entries: readonly Words[], locale: Locale): readonly Finding[] {
  const first = new Map<string, number>();
  return entries.flatMap((entry, at) => {
    const [main] = entry[locale];
    if (main === undefined) return [];
    const before = first.get(plain(main));
    if (before === undefined) {
      first.set(plain(main), at);
      return [];
    }
    return finding(
      ['entries', at, locale, 0],
      `this is the main word of entry ${before + 1} already`,
      'Join the two where they are one idea; else begin one of them with a word that tells them apart.',
    );
  });
}

function widerThanItself(entry: Words, at: number, relation: 'broader' | 'narrower'): readonly Finding[] {
  const own = new Set([...entry.en, ...entry.cy].map(plain));
  return entry[relation].flatMap((word, place) =>
    own.has(plain(word))
      ? finding(
          ['entries', at, relation, place],
          `an entry is ${relation} than itself`,
          'Take the word out here, or out of `en` and `cy`.',
        )
      : [],
  );
}

/** Of ideas that are each wider than the next and the last than the first, none can be. */
function inCircles(entries: readonly Words[]): readonly Finding[] {
  const byMain = new Map<string, number>();
  entries.forEach(({ en, cy }, at) =>
    [en[0], cy[0]].forEach((main) => main !== undefined && byMain.set(plain(main), at)),
  );
  const wider = entries.map(
    (entry, at) => new Set(entry.broader.flatMap((word) => numberOf(byMain, word, at))),
  );
  entries.forEach((entry, at) => {
    for (const narrow of entry.narrower.flatMap((word) => numberOf(byMain, word, at))) wider[narrow]?.add(at);
  });
  return entries.flatMap((entry, at) =>
    entry.broader.flatMap((word, place) => {
      const [from] = numberOf(byMain, word, at);
      if (from === undefined || !leadsTo(at, from, wider)) return [];
      return finding(
        ['entries', at, 'broader', place],
        'this is wider than the entry and the entry wider than it',
        'Take it out here, or mend `broader` and `narrower` of the other.',
      );
    }),
  );
}

function numberOf(byMain: ReadonlyMap<string, number>, word: string, but: number): readonly number[] {
  const found = byMain.get(plain(word));
  return found === undefined || found === but ? [] : [found];
}

function leadsTo(goal: number, from: number, wider: readonly ReadonlySet<number>[]): boolean {
  const seen = new Set<number>();
  const next = [from];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    if (at === goal) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    next.push(...(wider[at] ?? []));
  }
  return false;
}

function finding(path: Path, problem: string, remedy: string): readonly Finding[] {
  return [{ file: 'vocabulary.yaml', path, problem, remedy }];
}

function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
