import { placedWords, stemCy, stemEn, unmutated, words, type PlacedWord } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import { createRepair } from './repair.ts';
import { isFunctionWord } from './stop-words.ts';

/** One thing with the names people use for it, in any language. */
export interface Named<Id extends string = string> {
  readonly id: Id;
  readonly names: readonly string[];
}

/** A thing whose name, or part of it, stands in a text. */
export interface NameMatch<Id extends string = string> {
  readonly id: Id;
  /** The name that fits best, as given. */
  readonly name: string;
  /** 1: every word of the name as written. Less for mutations, endings, slips and words left out. */
  readonly score: number;
  /** Every word of the name that carries meaning is there. */
  readonly whole: boolean;
  /** A word of it that no other thing's name has is there: "digital" for "Building a digitally ready workforce". */
  readonly distinct: boolean;
  /** Words were read differently from what was typed: slips, not mutations or endings. */
  readonly mended: boolean;
  /** Where it stands in the text; `matched` is the text there. */
  readonly start: number;
  readonly end: number;
  readonly matched: string;
}

export interface NameFinder<Id extends string = string> {
  /**
   * The things named in `text`, best first, each once; of names that share words of the text the better stands first.
   * `least` (0.5): weaker ones are left out. `most` (8) bounds the list.
   */
  find(text: string, options?: { readonly least?: number; readonly most?: number }): readonly NameMatch<Id>[];
}

interface Entry<Id> {
  readonly id: Id;
  readonly name: string;
  readonly tokens: readonly string[];
  readonly has: ReadonlySet<string>;
  /** Those that no other thing's names have. */
  readonly own: ReadonlySet<string>;
  /** Of all its tokens. */
  readonly weight: number;
}
interface Reading {
  readonly token: string;
  readonly quality: number;
  readonly mended: boolean;
}
interface Place extends Reading {
  readonly at: number;
}

const SMALL_WORD = 0.08;
const QUALITY = { mutated: 0.98, stem: 0.92, mended: 0.85 } as const;
/** Words between the words of a name that are not of it. */
const LOOSE = 2;
const MOST_CANDIDATES = 200;
const ROUNDING = 1e-9;

/** Finds names from short lists (plans, themes, leads) in what people type: typos, missing accents, mutations, part of a name. */
export function createNameFinder<Id extends string>(things: readonly Named<Id>[]): NameFinder<Id> {
  const holders = holdersOf(things);
  const weights = weightsOf(holders, things.length);
  const entries = things.flatMap((thing) => entriesOf(thing, weights, holders));
  const byToken = new Map<string, Entry<Id>[]>();
  for (const entry of entries) {
    for (const token of new Set(entry.tokens)) {
      const holders = byToken.get(token);
      if (holders) holders.push(entry);
      else byToken.set(token, [entry]);
    }
  }
  const read = remembering(createReader([...byToken.keys()]));

  return {
    find(text, { least = 0.5, most = 8 } = {}) {
      const typed = wordsIn(text);
      const readings = typed.flatMap((word, at) => read(word.word).map((reading) => ({ ...reading, at })));
      const matches = candidatesOf(readings, byToken).flatMap((entry) => {
        const places = readings.filter((reading) => entry.has.has(reading.token));
        if (mostOf(places, weights) < least * entry.weight - ROUNDING) return [];
        return bestSpan({ entry, places, weights, typed, text });
      });
      return bestOfEach(matches.filter((match) => match.score >= least)).slice(0, most);
    },
  };
}

/** Several lists of names are looked for in one text. */
const wordsIn = remembering(placedWords, 8);

/** What no stretch of the text can exceed: each word counted once, at its best. */
function mostOf(places: readonly Place[], weights: ReadonlyMap<string, number>): number {
  return places.reduce((sum, place, index) => {
    const first = places.findIndex((other) => other.token === place.token) === index;
    return first ? sum + (weights.get(place.token) ?? 0) : sum;
  }, 0);
}

/** The names worth comparing: by the rarest of the words first, so that a word of every name costs no more than another. */
function candidatesOf<Id>(
  readings: readonly Place[],
  byToken: ReadonlyMap<string, readonly Entry<Id>[]>,
): readonly Entry<Id>[] {
  const holders = [...new Set(readings.map((reading) => reading.token))]
    .filter((token) => !isFunctionWord(token))
    .map((token) => byToken.get(token) ?? [])
    .sort((a, b) => a.length - b.length);
  const candidates = new Set<Entry<Id>>();
  for (const entry of holders.flatMap((entries) => entries.slice(0, MOST_CANDIDATES))) {
    candidates.add(entry);
    if (candidates.size === MOST_CANDIDATES) break;
  }
  return [...candidates];
}

function entriesOf<Id extends string>(
  thing: Named<Id>,
  weights: ReadonlyMap<string, number>,
  holders: ReadonlyMap<string, number>,
): readonly Entry<Id>[] {
  return thing.names.flatMap((name) => {
    const tokens = words(name);
    if (tokens.length === 0) return [];
    const weight = [...new Set(tokens)].reduce((sum, token) => sum + (weights.get(token) ?? 0), 0);
    const own = new Set(tokens.filter((token) => holders.get(token) === 1 && !isFunctionWord(token)));
    return [{ id: thing.id, name, tokens, has: new Set(tokens), own, weight }];
  });
}

/** How many of the things have the word in any of their names. */
function holdersOf(things: readonly Named[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const thing of things) {
    for (const token of new Set(thing.names.flatMap((name) => words(name)))) {
      holders.set(token, (holders.get(token) ?? 0) + 1);
    }
  }
  return holders;
}

/** A word that many of the things share says little of which is meant. */
function weightsOf(holders: ReadonlyMap<string, number>, things: number): ReadonlyMap<string, number> {
  return new Map(
    [...holders].map(([token, count]) => [
      token,
      isFunctionWord(token) ? SMALL_WORD : Math.log(1 + things / count),
    ]),
  );
}

/** What a typed word may stand for among the words of the names. */
function createReader(tokens: readonly string[]): (word: string) => readonly Reading[] {
  const known = new Set(tokens);
  const stems = new Map<string, string[]>();
  for (const token of tokens) {
    if (isFunctionWord(token) || token.length < 4) continue;
    for (const stem of new Set([`en:${stemEn(token)}`, `cy:${stemCy(token)}`])) {
      stems.set(stem, [...(stems.get(stem) ?? []), token]);
    }
  }
  const repair = createRepair(tokens.filter((token) => !isFunctionWord(token)));

  return (word) => {
    const bare = word.replace(/'(?:r|n|i|w|m|u|th|ch|s)$/u, '');
    if (known.has(word)) return [{ token: word, quality: 1, mended: false }];
    if (known.has(bare)) return [{ token: bare, quality: 1, mended: false }];
    const radicals = unmutated(bare);
    const radical = radicals.find((candidate) => known.has(candidate));
    if (radical !== undefined) return [{ token: radical, quality: QUALITY.mutated, mended: false }];
    const kin = [bare, ...radicals].flatMap((form) => [
      ...(stems.get(`en:${stemEn(form)}`) ?? []),
      ...(stems.get(`cy:${stemCy(form)}`) ?? []),
    ]);
    if (kin.length > 0) {
      return [...new Set(kin)].map((token) => ({ token, quality: QUALITY.stem, mended: false }));
    }
    if (isFunctionWord(bare)) return [];
    const mended = repair.nearest(bare);
    return mended ? [{ token: mended.word, quality: QUALITY.mended ** mended.edits, mended: true }] : [];
  };
}

interface Comparison<Id> {
  readonly entry: Entry<Id>;
  readonly places: readonly Place[];
  readonly weights: ReadonlyMap<string, number>;
  readonly typed: readonly PlacedWord[];
  readonly text: string;
}

/** The stretch of the text that fulfils most of the name. */
function bestSpan<Id extends string>(comparison: Comparison<Id>): readonly NameMatch<Id>[] {
  const spans = comparison.places.flatMap((_, from) => spanFrom(comparison, from));
  return spans.sort(better).slice(0, 1);
}

function spanFrom<Id extends string>(comparison: Comparison<Id>, from: number): readonly NameMatch<Id>[] {
  const { entry, places, weights, typed, text } = comparison;
  const first = places[from];
  if (!first || isFunctionWord(first.token)) return [];
  const used = new Map<string, Place>();
  for (let index = from; index < places.length; index += 1) {
    const place = places[index];
    if (!place || place.at - first.at >= entry.tokens.length + LOOSE) break;
    if (!used.has(place.token)) used.set(place.token, place);
  }
  const fitting = [...used.values()];
  const last = fitting.findLast((place) => !isFunctionWord(place.token)) ?? first;
  const start = typed[first.at]?.start ?? 0;
  const end = typed[last.at]?.end ?? start;
  const got = fitting.reduce((sum, place) => sum + place.quality * (weights.get(place.token) ?? 0), 0);
  const match = {
    id: entry.id,
    name: entry.name,
    score: got / entry.weight,
    whole: entry.tokens.every((token) => used.has(token) || isFunctionWord(token)),
    distinct: fitting.some((place) => entry.own.has(place.token)),
    mended: fitting.some((place) => place.mended),
    start,
    end,
    matched: text.slice(start, end),
  };
  return [match];
}

function bestOfEach<Id extends string>(matches: readonly NameMatch<Id>[]): readonly NameMatch<Id>[] {
  const best = new Map<Id, NameMatch<Id>>();
  for (const match of [...matches].sort(better)) if (!best.has(match.id)) best.set(match.id, match);
  return [...best.values()];
}

function better(a: NameMatch, b: NameMatch): number {
  return b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start;
}
