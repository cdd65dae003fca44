import type { Locale, PlanId } from '../domain/model.ts';
import { unmutated, words } from '../language/fold.ts';
import type { Vocabulary, VocabularyEntry } from '../knowledge/vocabulary.ts';
import { remembering } from '../language/remembering.ts';
import { isFunctionWord } from './stop-words.ts';
import { bareOf, stemOf } from './terms.ts';

/** How another wording stands to what was typed: the same idea, the same in the other language, or a neighbouring idea. */
export type Relation = 'same' | 'across' | 'narrower' | 'broader';

/** Another way to say what a person typed. */
export interface Wording {
  readonly locale: Locale;
  readonly relation: Relation;
  /** As the vocabulary spells it. */
  readonly text: string;
  /** Its words, mostly without those that only join. */
  readonly words: readonly string[];
  /** 1 would be the words themselves. */
  readonly weight: number;
  /** The plan whose own word it is or was asked by: it leads to nothing of another. */
  readonly plan: PlanId | undefined;
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

const WEIGHT = { same: 0.75, across: 0.75, narrower: 0.5, broader: 0.3 } as const;
/** A related idea in the other language. */
const FARTHER = 0.9;
const LONGEST_PHRASE = 6;
const SHORTEST_STEM = 4;

export function createThesaurus({ entries }: Vocabulary): Thesaurus {
  const books = { cy: bookOf(entries, 'cy'), en: bookOf(entries, 'en') };
  const relations = relationsOf(entries, books);

  const senseAt = (
    phrases: readonly Phrases[],
    typed: readonly string[],
    from: number,
  ): Sense | undefined => {
    if (isFunctionWord(typed[from] ?? '')) return phraseAt(phrases, from, from + 2, typed.length);
    return phraseAt(phrases, from, from + 1, typed.length);
  };
  const phraseAt = (
    phrases: readonly Phrases[],
    from: number,
    least: number,
    length: number,
  ): Sense | undefined => {
    const longest = Math.max(...phrases.map((phrase) => longestFrom(phrase, from)));
    for (let to = Math.min(length, from + longest); to >= least; to -= 1) {
      for (const phrase of phrases) {
        const found = entriesFor(phrase, from, to);
        if (found) return { from, to, entries: found, general: found.every((at) => entries[at]?.general) };
      }
    }
    return undefined;
  };

  return {
    words: { cy: books.cy.words, en: books.en.words },
    senses(typed, locale) {
      const phrases = [locale, otherThan(locale)].map((each) => phrasesOf(typed, books[each]));
      const senses: Sense[] = [];
      for (let from = 0; from < typed.length; from += 1) {
        const sense = senseAt(phrases, typed, from);
        if (!sense) continue;
        senses.push(sense);
        from = sense.to - 1;
      }
      return senses;
    },
    wordings(at, locale) {
      const entry = entries[at];
      if (!entry) return [];
      const found = wordingsAround(entry, (relation) => relations[relation][at], entries, locale);
      return entry.plan === undefined ? found : found.map((wording) => ({ ...wording, plan: entry.plan }));
    },
  };
}

/** The entry's own words, the other language's, then those of its neighbours. */
function wordingsAround(
  entry: VocabularyEntry,
  neighbours: (relation: 'narrower' | 'broader') => readonly number[] | undefined,
  entries: readonly VocabularyEntry[],
  locale: Locale,
): readonly Wording[] {
  return [
    ...wordingsOf(entry, locale, 'same'),
    ...wordingsOf(entry, otherThan(locale), 'across'),
    ...(['narrower', 'broader'] as const).flatMap((relation) =>
      (neighbours(relation) ?? []).flatMap((at) => bothOf(entries[at], relation, locale)),
    ),
  ];
}

/** One language's side of the vocabulary. */
interface Book {
  readonly words: ReadonlySet<string>;
  /** Entries by their phrases, as written and by stems. */
  readonly written: ReadonlyMap<string, readonly number[]>;
  readonly stemmed: ReadonlyMap<string, readonly number[]>;
  /** How many words the longest phrase has that begins with a word or stem. */
  readonly longest: ReadonlyMap<string, number>;
  /** A word as the phrases may have it, and its stem likewise. */
  readonly formOf: (word: string) => { readonly written: string; readonly stem: string };
}
type Books = Readonly<Record<Locale, Book>>;

function bookOf(entries: readonly VocabularyEntry[], locale: Locale): Book {
  const known = new Set<string>();
  const stems = new Set<string>();
  const written = new Map<string, number[]>();
  const stemmed = new Map<string, number[]>();
  const longest = new Map<string, number>();
  const begin = (first: string | undefined, length: number): void => {
    if (first !== undefined) longest.set(first, Math.max(longest.get(first) ?? 0, length));
  };
  entries.forEach((entry, at) => {
    for (const text of entry[locale]) {
      const typed = words(text);
      const stemsHere = typed.map((word) => stemOf(word, locale));
      typed.forEach((word) => known.add(word));
      stemsHere.forEach((stem) => stems.add(stem));
      append(written, typed.join(' '), at);
      append(stemmed, stemsHere.join(' '), at);
      begin(typed[0], Math.min(typed.length, LONGEST_PHRASE));
      begin(stemsHere[0], Math.min(typed.length, LONGEST_PHRASE));
    }
  });
  const formOf = remembering((word) => {
    const form = asWritten(word, locale, known);
    return { written: form, stem: stemAsKnown(form, locale, stems) };
  });
  return { words: known, written, stemmed, longest, formOf };
}

/** The words of a question as one language's book may have them. */
interface Phrases {
  readonly book: Book;
  readonly written: readonly string[];
  readonly stemmed: readonly string[];
}

function phrasesOf(typed: readonly string[], book: Book): Phrases {
  const forms = typed.map(book.formOf);
  return { book, written: forms.map(({ written }) => written), stemmed: forms.map(({ stem }) => stem) };
}

/** The number of words up to which a phrase may begin there; most words begin none. */
function longestFrom({ book, written, stemmed }: Phrases, from: number): number {
  return Math.max(book.longest.get(written[from] ?? '') ?? 0, book.longest.get(stemmed[from] ?? '') ?? 0);
}

/** Words as written come before kin: "doctorate" is no "doctor". */
function entriesFor(
  { book, written, stemmed }: Phrases,
  from: number,
  to: number,
): readonly number[] | undefined {
  return (
    book.written.get(written.slice(from, to).join(' ')) ?? book.stemmed.get(stemmed.slice(from, to).join(' '))
  );
}

function otherThan(locale: Locale): Locale {
  return locale === 'cy' ? 'en' : 'cy';
}

function bothOf(entry: VocabularyEntry | undefined, relation: Relation, locale: Locale): readonly Wording[] {
  if (!entry) return [];
  return [
    ...wordingsOf(entry, locale, relation),
    ...wordingsOf(entry, otherThan(locale), relation, WEIGHT[relation] * FARTHER),
  ];
}

function wordingsOf(
  entry: VocabularyEntry,
  locale: Locale,
  relation: Relation,
  weight: number = WEIGHT[relation],
): readonly Wording[] {
  return entry[locale].map((text) => ({
    locale,
    relation,
    text,
    words: tellingWords(text),
    weight,
    plan: entry.plan,
  }));
}

/** Without the words that only join, save where one or few are left without them: "out of hours" is no "hours", "being open" no "open". */
function tellingWords(text: string): readonly string[] {
  const all = words(text);
  const telling = all.filter((word) => !isFunctionWord(word));
  return telling.length > 1 && telling.length * 2 >= all.length ? telling : all;
}

interface Relations {
  readonly narrower: readonly (readonly number[])[];
  readonly broader: readonly (readonly number[])[];
}

/** A wide idea finds the narrow ones that belong to it; a narrow one finds the wide only where its own entry says so. */
function relationsOf(entries: readonly VocabularyEntry[], books: Books): Relations {
  const narrower = entries.map(() => new Set<number>());
  const broader = entries.map(() => new Set<number>());
  const named = (text: string, { plan }: VocabularyEntry): readonly number[] => {
    const phrase = words(text).join(' ');
    const found = [...(books.cy.written.get(phrase) ?? []), ...(books.en.written.get(phrase) ?? [])];
    return found.filter((other) => areOfOnePlan(plan, entries[other]?.plan));
  };
  entries.forEach((entry, at) => {
    for (const wide of entry.broader.flatMap((text) => named(text, entry))) {
      if (wide === at) continue;
      narrower[wide]?.add(at);
      broader[at]?.add(wide);
    }
    for (const narrow of entry.narrower.flatMap((text) => named(text, entry))) {
      if (narrow !== at) narrower[at]?.add(narrow);
    }
  });
  return { narrower: narrower.map((set) => [...set]), broader: broader.map((set) => [...set]) };
}

/** The project's words go with those of any plan; those of two plans are strangers. */
function areOfOnePlan(one: PlanId | undefined, other: PlanId | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}

/** The word, or the radical that it is a mutation of where only that is known. */
function asWritten(word: string, locale: Locale, known: ReadonlySet<string>): string {
  const bare = bareOf(word);
  if (locale === 'en' || known.has(word) || known.has(bare)) return known.has(word) ? word : bare;
  return unmutated(bare).find((radical) => known.has(radical)) ?? word;
}

/** The stem, of the radical where only that is known; too short a stem says nothing ("car" is no "caring"). */
function stemAsKnown(word: string, locale: Locale, known: ReadonlySet<string>): string {
  const stem = stemOf(word, locale);
  if (stem.length < SHORTEST_STEM) return word;
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
