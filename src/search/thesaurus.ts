import type { Locale } from '../domain/model.ts';
import { unmutated, words } from '../language/fold.ts';
import type { Vocabulary, VocabularyEntry } from '../knowledge/vocabulary.ts';
import { isFunctionWord } from './stop-words.ts';
import { stemOf } from './terms.ts';

/** Another way to say what a person typed. */
export interface Wording {
  readonly locale: Locale;
  /** As the vocabulary spells it. */
  readonly text: string;
  /** Its words without those that only join. */
  readonly words: readonly string[];
  /** 1 would be the words themselves. */
  readonly weight: number;
}

/** A stretch of a question that the vocabulary has. */
export interface Sense {
  readonly from: number;
  /** The word after the last. */
  readonly to: number;
  readonly entries: readonly number[];
  /** Says nothing of whether the question is about the plans' subject. */
  readonly general: boolean;
}

export interface Thesaurus {
  /** Every word in it, by language. */
  readonly words: Readonly<Record<Locale, ReadonlySet<string>>>;
  /** The longest stretches of the folded words that the vocabulary has, from left to right, not overlapping. */
  senses(typed: readonly string[], locale: Locale): readonly Sense[];
  /** Other wordings of entries: synonyms, the other language's, then narrower and broader ones. */
  wordings(entry: number, locale: Locale): readonly Wording[];
}

const WEIGHT = { same: 0.75, across: 0.7, narrower: 0.5, broader: 0.3 } as const;
const LONGEST_PHRASE = 6;
const LOCALES: readonly Locale[] = ['cy', 'en'];

export function createThesaurus(vocabulary: Vocabulary): Thesaurus {
  const { entries } = vocabulary;
  const phrases: Record<Locale, Map<string, number[]>> = { cy: new Map(), en: new Map() };
  const known: Record<Locale, Set<string>> = { cy: new Set(), en: new Set() };
  entries.forEach((entry, index) => {
    for (const locale of LOCALES) {
      for (const text of entry[locale]) {
        const typed = words(text);
        typed.forEach((word) => known[locale].add(word));
        append(phrases[locale], keyOf(typed, locale), index);
      }
    }
  });
  const stems: Record<Locale, ReadonlySet<string>> = {
    cy: stemsOf(known.cy, 'cy'),
    en: stemsOf(known.en, 'en'),
  };
  const relations = relationsOf(entries, phrases);

  const entriesAt = (typed: readonly string[], from: number, to: number, locale: Locale) => {
    const span = typed.slice(from, to).map((word) => stemAsKnown(word, locale, stems[locale]));
    return phrases[locale].get(span.join(' '));
  };
  const senseAt = (typed: readonly string[], from: number, locale: Locale): Sense | undefined => {
    const other = locale === 'cy' ? 'en' : 'cy';
    for (let to = Math.min(typed.length, from + LONGEST_PHRASE); to > from; to -= 1) {
      if (to === from + 1 && isFunctionWord(typed[from] ?? '')) return undefined;
      const found = entriesAt(typed, from, to, locale) ?? entriesAt(typed, from, to, other);
      if (found)
        return { from, to, entries: found, general: found.every((index) => entries[index]?.general) };
    }
    return undefined;
  };

  return {
    words: known,
    senses(typed, locale) {
      const senses: Sense[] = [];
      for (let from = 0; from < typed.length; from += 1) {
        const sense = senseAt(typed, from, locale);
        if (!sense) continue;
        senses.push(sense);
        from = sense.to - 1;
      }
      return senses;
    },
    wordings(index, locale) {
      const entry = entries[index];
      if (!entry) return [];
      const across = locale === 'cy' ? 'en' : 'cy';
      return [
        ...wordingsOf(entry, locale, WEIGHT.same),
        ...wordingsOf(entry, across, WEIGHT.across),
        ...(relations.narrower[index] ?? []).flatMap((narrower) =>
          bothOf(entries[narrower], WEIGHT.narrower),
        ),
        ...(relations.broader[index] ?? []).flatMap((broader) => bothOf(entries[broader], WEIGHT.broader)),
      ];
    },
  };
}

function bothOf(entry: VocabularyEntry | undefined, weight: number): readonly Wording[] {
  return entry ? LOCALES.flatMap((locale) => wordingsOf(entry, locale, weight)) : [];
}

function wordingsOf(entry: VocabularyEntry, locale: Locale, weight: number): readonly Wording[] {
  return entry[locale].map((text) => ({
    locale,
    text,
    words: words(text).filter((word) => !isFunctionWord(word)),
    weight,
  }));
}

interface Relations {
  readonly narrower: readonly (readonly number[])[];
  readonly broader: readonly (readonly number[])[];
}

/** What one entry says of another holds both ways. */
function relationsOf(
  entries: readonly VocabularyEntry[],
  phrases: Readonly<Record<Locale, ReadonlyMap<string, readonly number[]>>>,
): Relations {
  const narrower = entries.map(() => new Set<number>());
  const broader = entries.map(() => new Set<number>());
  const relate = (wide: number, narrow: number): void => {
    if (wide === narrow) return;
    narrower[wide]?.add(narrow);
    broader[narrow]?.add(wide);
  };
  const named = (text: string): readonly number[] =>
    LOCALES.flatMap((locale) => phrases[locale].get(keyOf(words(text), locale)) ?? []);
  entries.forEach((entry, index) => {
    for (const text of entry.broader) for (const wide of named(text)) relate(wide, index);
    for (const text of entry.narrower) for (const narrow of named(text)) relate(index, narrow);
  });
  return { narrower: narrower.map((set) => [...set]), broader: broader.map((set) => [...set]) };
}

function keyOf(typed: readonly string[], locale: Locale): string {
  return typed.map((word) => stemOf(word, locale)).join(' ');
}

function stemsOf(known: ReadonlySet<string>, locale: Locale): ReadonlySet<string> {
  return new Set([...known].map((word) => stemOf(word, locale)));
}

/** The stem, of the radical where only that is known. */
function stemAsKnown(word: string, locale: Locale, known: ReadonlySet<string>): string {
  const stem = stemOf(word, locale);
  if (locale === 'en' || known.has(stem)) return stem;
  const radical = unmutated(word)
    .map((candidate) => stemOf(candidate, locale))
    .find((candidate) => known.has(candidate));
  return radical ?? stem;
}

function append<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
