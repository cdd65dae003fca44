import { unmutated } from '../language/fold.ts';
import { remembering } from '../language/remembering.ts';
import type { Locale } from '../domain/model.ts';
import type { Heard } from './concepts.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { tokensOf } from './tokens.ts';
import { PLAIN_WORDS } from './plain-words.ts';

/** Most words that `…` in a phrase may stand for. */
const WIDEST_GAP = 6;
const GAP = '…';

interface Node<C> {
  readonly next: Map<string, Node<C>>;
  /** Where the rest goes on without a word: after one of several choices. */
  readonly skips: Node<C>[];
  gap?: Node<C>;
  readonly meanings: Set<C>;
}
interface Language<C> {
  readonly locale: Locale;
  readonly root: Node<C>;
  readonly known: ReadonlySet<string>;
  readonly mend: Speller;
}

/** What was heard of a list of words. `named` are words of the plans themselves, never taken for a slip. */
export type Listener<C extends string> = (
  words: readonly string[],
  named: ReadonlySet<string>,
) => readonly Heard<C>[];

/**
 * The ideas that words name, by phrases of both languages. Of phrases within one another only the longest is kept. The
 * phrases are made ready when first listened for.
 */
export function createListener<C extends string>(
  english: Readonly<Record<C, readonly string[]>>,
  welsh: Readonly<Record<C, readonly string[]>>,
): Listener<C> {
  let made: readonly Language<C>[] | undefined;
  const earsFor = new WeakMap<ReadonlySet<string>, readonly Ear<C>[]>();
  return (words, named) => {
    made ??= [languageFrom('en', english), languageFrom('cy', welsh)];
    const ears = earsFor.get(named) ?? earsOf(made, named);
    earsFor.set(named, ears);
    const heard: Heard<C>[] = [];
    for (const { language, formsOf } of ears) {
      const walk = { language, forms: words.map(formsOf), heard };
      for (const at of words.keys()) hearFrom(walk, language.root, at, []);
    }
    return withoutInner(heard);
  };
}

/** A language beside the words of one library. */
interface Ear<C> {
  readonly language: Language<C>;
  readonly formsOf: (word: string) => readonly string[];
}

function earsOf<C>(languages: readonly Language<C>[], named: ReadonlySet<string>): readonly Ear<C>[] {
  const settled = (word: string) =>
    named.has(word) || PLAIN_WORDS.has(word) || languages.some(({ known }) => known.has(word));
  return languages.map((language) => ({
    language,
    formsOf: remembering((word) => formsIn(word, language, settled)),
  }));
}

function languageFrom<C extends string>(
  locale: Locale,
  phrases: Readonly<Record<C, readonly string[]>>,
): Language<C> {
  const root = emptyNode<C>();
  const known = new Set<string>();
  for (const meaning of Object.keys(phrases) as C[]) {
    for (const phrase of phrases[meaning]) addPhrase(root, meaning, partsOf(phrase), known);
  }
  return { locale, root, known, mend: createSpeller(known) };
}

/** A phrase as words, gaps and choices: "i {want|wish} to …". */
type Part = string | readonly (readonly string[])[];

function partsOf(phrase: string): readonly Part[] {
  return phrase.split(/(\{[^{}]*\})/u).flatMap((part): readonly Part[] => {
    const choices = /^\{([^{}]*)\}$/u.exec(part)?.[1];
    return choices === undefined ? plainParts(part) : [choices.split('|').map(plainParts)];
  });
}

function plainParts(text: string): readonly string[] {
  return text
    .split(GAP)
    .flatMap((part, index) => [...(index > 0 ? [GAP] : []), ...tokensOf(part).map(({ word }) => word)]);
}

function addPhrase<C>(root: Node<C>, meaning: C, parts: readonly Part[], known: Set<string>): void {
  let node = root;
  for (const part of parts) {
    node = typeof part === 'string' ? stepFrom(node, part, known) : afterChoices(node, part, known);
  }
  if (parts.length > 0) node.meanings.add(meaning);
}

function stepFrom<C>(node: Node<C>, word: string, known: Set<string>): Node<C> {
  if (word === GAP) return (node.gap ??= emptyNode());
  known.add(word);
  const next = node.next.get(word) ?? emptyNode<C>();
  node.next.set(word, next);
  return next;
}

/** Every choice leads to one place, so that phrases with many choices stay small. */
function afterChoices<C>(
  node: Node<C>,
  choices: readonly (readonly string[])[],
  known: Set<string>,
): Node<C> {
  const meeting = emptyNode<C>();
  for (const choice of choices) {
    const end = choice.reduce((from, word) => stepFrom(from, word, known), node);
    end.skips.push(meeting);
  }
  return meeting;
}

function emptyNode<C>(): Node<C> {
  return { next: new Map(), skips: [], meanings: new Set() };
}

/** What a typed word may be in this language: itself, before its mutation, or without a slip. */
/** One article: which form stands depends on the letter that follows, and "sut mae'r" is split into "sut mae yr". */
const ARTICLES: ReadonlySet<string> = new Set(['y', 'yr']);

function formsIn<C>(
  word: string,
  { locale, known, mend }: Language<C>,
  settled: (word: string) => boolean,
): readonly string[] {
  if (ARTICLES.has(word)) return [...ARTICLES].filter((form) => known.has(form));
  const forms = known.has(word) ? [word] : [];
  if (locale === 'cy') forms.push(...unmutated(word).filter((form) => known.has(form)));
  if (forms.length > 0 || settled(word)) return forms;
  const mended = mend(word);
  if (mended !== undefined) return [mended];
  if (locale !== 'cy') return [];
  const radical = unmutated(word)
    .map(mend)
    .find((form) => form !== undefined);
  return radical === undefined ? [] : [radical];
}

interface Walk<C extends string> {
  readonly language: Language<C>;
  readonly forms: readonly (readonly string[])[];
  /** What was heard so far. */
  readonly heard: Heard<C>[];
}

function hearFrom<C extends string>(
  walk: Walk<C>,
  node: Node<C>,
  at: number,
  places: readonly number[],
): void {
  const { language, forms, heard } = walk;
  for (const concept of node.meanings) heard.push({ concept, locale: language.locale, at: places });
  for (const skip of node.skips) hearFrom(walk, skip, at, places);
  for (const form of forms[at] ?? []) {
    const next = node.next.get(form);
    if (next) hearFrom(walk, next, at + 1, [...places, at]);
  }
  if (node.gap) hearAfterGap(walk, node.gap, at, places);
}

/** The gap is as short as it can be. */
function hearAfterGap<C extends string>(
  walk: Walk<C>,
  node: Node<C>,
  at: number,
  places: readonly number[],
): void {
  const before = walk.heard.length;
  for (let skipped = 1; skipped <= WIDEST_GAP; skipped += 1) {
    hearFrom(walk, node, at + skipped, places);
    if (walk.heard.length > before) return;
  }
}

/** Pointing words leave the noun beside them: "the action" is still an action, "the plan" a plan. */
const POINTING: ReadonlySet<string> = new Set([
  'it',
  'this-plan',
  'next',
  'previous',
  'all-plans',
  'by-plan',
  'by-theme',
]);
const NOUNS: ReadonlySet<string> = new Set([
  'action',
  'recommendation',
  'call',
  'item',
  'plan',
  'plans',
  'theme',
]);

/** A phrase whose words all belong to a longer one without a gap says nothing of its own. */
function withoutInner<C extends string>(heard: readonly Heard<C>[]): readonly Heard<C>[] {
  const all = heard.filter(
    (one, index) => !heard.some((other, before) => before < index && isSame(one, other)),
  );
  const longer = all.filter((one) => one.at.length > 1 && isUnbroken(one));
  if (longer.length === 0) return all;
  return all.filter((one) => !longer.some((other) => covers(other, one)));
}

function isSame(one: Heard<string>, other: Heard<string>): boolean {
  return (
    one.concept === other.concept &&
    one.at.length === other.at.length &&
    one.at.every((place, index) => place === other.at[index])
  );
}

function isUnbroken({ at }: Heard<string>): boolean {
  return (at.at(-1) ?? 0) - (at[0] ?? 0) === at.length - 1;
}

function covers(outer: Heard<string>, inner: Heard<string>): boolean {
  if (outer.at.length <= inner.at.length) return false;
  if (POINTING.has(outer.concept) && NOUNS.has(inner.concept)) return false;
  const [from = 0, to = 0] = [outer.at[0], outer.at.at(-1)];
  return (inner.at[0] ?? 0) >= from && (inner.at.at(-1) ?? 0) <= to;
}
