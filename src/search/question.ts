import type { Note } from '../domain/intent.ts';
import type { Locale, PlanId } from '../domain/model.ts';
import { fold, placedWords, unmutated, type PlacedWord } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import type { InvertedIndex } from './inverted-index.ts';
import { createInitials } from './initials.ts';
import { createInstead, type Indexes, type Instead, type Variant } from './instead.ts';
import { termIn } from './look-up.ts';
import { createRepair, type Mended, type Repair } from './repair.ts';
import { isContentWord, isFunctionWord, isKnownAnyway, weightOf } from './stop-words.ts';
import { bareOf } from './terms.ts';
import type { Sense, Thesaurus } from './thesaurus.ts';

/** One word of the question. */
export interface Clue {
  readonly typed: string;
  /** How much it counts before rarity. */
  readonly weight: number;
  readonly rarity: number;
  readonly content: boolean;
  readonly variants: readonly Variant[];
  /** Other words for this one alone. */
  readonly instead: readonly Instead[];
  readonly mended?: Mended;
}
/** A stretch of the question that is fulfilled by its words, each by itself, or by other words for them together. */
export interface Group {
  readonly typed: string;
  readonly clues: readonly Clue[];
  readonly instead: readonly Instead[];
  readonly sense: 'none' | 'general' | 'subject';
}

const ACROSS = { alone: 0.9, beside: 0.5 } as const;
const MENDED = { surely: 0.85, perhaps: 0.7 } as const;
/** A slip in every so many letters leaves no doubt of what was meant. */
const LETTERS_A_SLIP = 5;
const BESIDE_OWN_WORDS = 0.7;
const SHORTEST_PART = 4;
/** Of so many unknown words the others are left as they are: no person slips in every word of a page. */
const MOST_MENDED = 12;

/** `isAsked`: whether a document is among those asked for; words of others alone do not stand in the texts. */
export type Read = (text: string, locale: Locale, isAsked: (document: number) => boolean) => readonly Group[];

/** `isOf`: whether a document belongs to a plan. */
export function createReader(
  indexes: Indexes,
  thesaurus: Thesaurus,
  isOf: (document: number, plan: PlanId) => boolean,
): Read {
  const repairs = new Map<Locale, Repair>();
  const repairOf = (locale: Locale): Repair => {
    const made = repairs.get(locale) ?? createRepair(lexiconOf(indexes[locale], thesaurus.words[locale]));
    repairs.set(locale, made);
    return made;
  };
  const instead = createInstead(indexes, thesaurus, isOf);

  const initials = [createInitials(indexes.cy), createInitials(indexes.en)];
  const initialled = (written: string): readonly Instead[] => initials.flatMap((of) => of(written));

  const knows = { cy: knownIn('cy', indexes, thesaurus), en: knownIn('en', indexes, thesaurus) };

  const read: Read = (text, locale, isAsked) => {
    const other = locale === 'cy' ? 'en' : 'cy';
    const isKnown = knows[locale];
    const typed = joined(text, placedWords(text), isKnown).flatMap((word) =>
      isKnown(word.word) || !isContentWord(word.word) || isKnownAnyway(word.word)
        ? [word]
        : partsOf(word, isKnown),
    );
    let left = MOST_MENDED;
    const spelt = typed.map(({ word, written }) =>
      isKnown(word) || !isContentWord(word) || isKnownAnyway(word) ? undefined : initialled(written),
    );
    const mended = typed.map(({ word }, at) => {
      // Initials of what the texts say are no slip either.
      if (spelt[at]?.length !== 0) return undefined;
      left -= 1;
      return left < 0 ? undefined : mend(word, locale, repairOf(locale), () => repairOf(other));
    });
    const words = typed.map(({ word }, index) => mended[index]?.word ?? word);
    const senses = thesaurus.senses(words, locale);
    const offeredFor: OfferedFor = (sense, clues) => besideOwn(instead(sense, locale), clues, isAsked);
    const clues = typed.map(({ written }, at) => {
      const word = words[at] ?? '';
      const plain = clueOf(written, word, indexes[locale], indexes[other], mended[at]);
      const clue = spelt[at] && spelt[at].length > 0 ? { ...plain, instead: spelt[at] } : plain;
      const within = senses.find((sense) => sense.from <= at && at < sense.to && sense.to - sense.from > 1);
      if (!within || !clue.content) return clue;
      const [alone] = thesaurus.senses([word], locale);
      return alone ? { ...clue, instead: offeredFor(alone, [clue]) } : clue;
    });
    return groupsOf(clues, senses, offeredFor);
  };
  return read;
}

/** The clues in stretches, as the senses part them; a word without a sense stands alone. */
function groupsOf(
  clues: readonly Clue[],
  senses: readonly Sense[],
  offeredFor: OfferedFor,
): readonly Group[] {
  const groups: Group[] = [];
  let at = 0;
  const alone = (to: number): void => {
    for (const clue of clues.slice(at, to)) {
      groups.push({ typed: clue.typed, clues: [clue], instead: [], sense: 'none' });
    }
  };
  for (const sense of senses) {
    alone(sense.from);
    groups.push(groupOf(clues.slice(sense.from, sense.to), sense, offeredFor));
    at = sense.to;
  }
  alone(clues.length);
  return groups;
}

type OfferedFor = (sense: Sense, clues: readonly Clue[]) => readonly Instead[];

function groupOf(clues: readonly Clue[], sense: Sense, offeredFor: OfferedFor): Group {
  const offered = offeredFor(sense, clues);
  const [only] = clues;
  return {
    typed: clues.map((clue) => clue.typed).join(' '),
    clues: only && clues.length === 1 ? [{ ...only, instead: offered }] : clues,
    instead: clues.length === 1 ? [] : offered,
    sense: sense.general ? 'general' : 'subject',
  };
}

/** Other words than those typed: less where the texts have the very words, and no surer than what was mended. */
function besideOwn(
  offered: readonly Instead[],
  clues: readonly Clue[],
  isAsked: (document: number) => boolean,
): readonly Instead[] {
  if (offered.length === 0) return offered;
  const sure = Math.min(...clues.map(sureness));
  const found = clues.every(
    (clue) =>
      !clue.content || clue.variants.some((own) => own.weight === sureness(clue) && isIn(own, isAsked)),
  );
  // What is in the other language alone cannot have the very words; what a plan says itself that its words mean, holds.
  const factor = ({ relation, plan }: Instead) =>
    sure * (found && relation !== 'across' && plan === undefined ? BESIDE_OWN_WORDS : 1);
  return offered
    .filter((instead) => !areThe(clues, instead))
    .map((instead) => ({ ...instead, weight: instead.weight * factor(instead) }))
    .sort((a, b) => b.weight - a.weight);
}

function isIn({ index, terms }: Variant, isAsked: (document: number) => boolean): boolean {
  const [term = 0] = terms;
  const end = index.starts[term + 1] ?? 0;
  for (let posting = index.starts[term] ?? 0; posting < end; posting += 1) {
    if (isAsked(index.documents[posting] ?? 0)) return true;
  }
  return false;
}

function sureness({ mended, typed }: Pick<Clue, 'typed'> & { readonly mended?: Mended | undefined }): number {
  if (!mended) return 1;
  return isSurely(fold(typed), mended) ? MENDED.surely : MENDED.perhaps ** mended.edits;
}

/** A long word with few slips, begun as the known one is, cannot well be another. */
function isSurely(typed: string, { word, edits }: Mended): boolean {
  return edits * LETTERS_A_SLIP <= typed.length && beginsAlike(typed, word);
}

function beginsAlike(typed: string, word: string): boolean {
  return [typed, ...unmutated(typed)].some((form) => form[0] === word[0]);
}

/** Whether the word is known as typed, or with slips that leave no doubt. */
export function isSure({ mended, typed }: Clue): boolean {
  return !mended || isSurely(fold(typed), mended);
}

function areThe(clues: readonly Clue[], instead: Instead): boolean {
  const content = clues.filter((clue) => clue.content);
  return (
    content.length === instead.terms.length &&
    content.every((clue, at) =>
      clue.variants.some(({ index, terms }) => index === instead.index && terms[0] === instead.terms[at]),
    )
  );
}

function clueOf(
  typed: string,
  word: string,
  own: InvertedIndex,
  other: InvertedIndex,
  mended: Mended | undefined,
): Clue {
  const quality = sureness({ mended, typed });
  const here = termIn(own, word);
  const there = isFunctionWord(word) ? undefined : termIn(other, word);
  const across = here === undefined ? ACROSS.alone : ACROSS.beside;
  const variants = [
    ...(here === undefined ? [] : [{ index: own, terms: [here], weight: quality }]),
    ...(there === undefined ? [] : [{ index: other, terms: [there], weight: quality * across }]),
  ];
  return {
    typed,
    weight: weightOf(word),
    rarity: rarityOf(own, here, other, there),
    content: isContentWord(word),
    variants,
    instead: [],
    ...(mended && { mended }),
  };
}

function rarityOf(
  own: InvertedIndex,
  here: number | undefined,
  other: InvertedIndex,
  there: number | undefined,
): number {
  if (here !== undefined) return own.idf[here] ?? own.mostIdf;
  if (there !== undefined) return other.idf[there] ?? other.mostIdf;
  return Math.max(own.mostIdf, other.mostIdf);
}

/** Whether the texts or the vocabulary have a word, in a question of that language; asked of each word several times. */
function knownIn(locale: Locale, indexes: Indexes, thesaurus: Thesaurus): (word: string) => boolean {
  const other = locale === 'cy' ? 'en' : 'cy';
  const look = remembering((word): 'known' | 'unknown' => {
    const isKnown =
      termIn(indexes[locale], word) !== undefined ||
      termIn(indexes[other], word) !== undefined ||
      isInVocabulary(word, thesaurus, locale);
    return isKnown ? 'known' : 'unknown';
  });
  return (word) => look(word) === 'known';
}

function isInVocabulary(word: string, thesaurus: Thesaurus, locale: Locale): boolean {
  const own = thesaurus.words[locale];
  const other = thesaurus.words[locale === 'cy' ? 'en' : 'cy'];
  const bare = bareOf(word);
  if (own.has(bare) || other.has(bare)) return true;
  const sense = thesaurus.senses([bare], locale);
  return sense.length > 0;
}

/** Words with a hyphen between them are one where the texts have them as one: "e-book" and "ebook". */
function joined(
  text: string,
  placed: readonly PlacedWord[],
  isKnown: (word: string) => boolean,
): readonly PlacedWord[] {
  const made: PlacedWord[] = [];
  for (const next of placed) {
    const before = made.at(-1);
    const whole = before && isHyphened(text, before, next) ? before.word + next.word : undefined;
    if (before && whole !== undefined && isKnown(whole) && !(isKnown(before.word) && isKnown(next.word))) {
      made[made.length - 1] = {
        word: whole,
        written: text.slice(before.start, next.end),
        start: before.start,
        end: next.end,
      };
    } else made.push(next);
  }
  return made;
}

function isHyphened(text: string, before: PlacedWord, next: PlacedWord): boolean {
  return next.start === before.end + 1 && /[-‐‑]/u.test(text.charAt(before.end));
}

/** An unknown word that is two known ones written together, or itself. */
function partsOf(placed: PlacedWord, isKnown: (word: string) => boolean): readonly PlacedWord[] {
  const { word } = placed;
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)];
    if (isKnown(first) && isKnown(second))
      return [
        { ...placed, word: first },
        { ...placed, word: second },
      ];
  }
  return [placed];
}

/** The known word meant by an unknown one: in the question's language first, also as a mutation of a misspelt word. */
function mend(word: string, locale: Locale, own: Repair, other: () => Repair): Mended | undefined {
  const bare = bareOf(word);
  const forms = locale === 'cy' ? [bare, ...unmutated(bare)] : [bare];
  const near = forms
    .map((form) => own.nearest(form))
    .filter((mended) => mended !== undefined)
    .sort((a, b) => a.edits - b.edits)[0];
  if (near && near.edits < 2) return near;
  const across = other().nearest(bare);
  return across && across.edits === 1 ? across : near;
}

function lexiconOf(index: InvertedIndex, vocabulary: ReadonlySet<string>): readonly string[] {
  return [...new Set([...index.surface, ...vocabulary])].filter(
    (word) => word.length > 3 && !isFunctionWord(word) && !/\d/u.test(word),
  );
}

export function mendedNote(clue: Clue): Extract<Note, { kind: 'mended' }> | undefined {
  return clue.mended && { kind: 'mended', typed: clue.typed, read: clue.mended.word };
}
