import type { Fact, Item, Locale, PlanId } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import { joinVocabularies, NO_VOCABULARY, type Vocabulary } from '../knowledge/vocabulary-entries.ts';
import { coverageOf, NO_SIGNALS, signalsOf, type Signals } from './bands.ts';
import { documentsOf } from './documents.ts';
import { buildIndex } from './inverted-index.ts';
import { createReader, type Group } from './question.ts';
import { bestOf, fulfilmentsOf, withNeighbours, type Fulfilment, type Wanted } from './rank.ts';
import { createScratch, scoreAll, WORTH_SHOWING } from './score.ts';
import { empty } from './tally.ts';
import { createThesaurus } from './thesaurus.ts';

/** Something found, and which words of the question led there. */
export interface Match<T> {
  readonly found: T;
  readonly score: number;
  /** In the order of the question's groups. */
  readonly fulfilments: readonly Fulfilment[];
}
/** Matches, best first, and what the best of them looks like. */
export interface Matches<T> {
  readonly matches: readonly Match<T>[];
  readonly signals: Signals;
}
export interface Reading {
  readonly groups: readonly Group[];
  readonly items: Matches<Item>;
  readonly facts: Matches<Fact>;
  /** The first of each by the words themselves, without what the vocabulary says instead. */
  asTyped(): { readonly items: Matches<Item>; readonly facts: Matches<Fact> };
}
export interface Limits {
  readonly locale: Locale;
  readonly most: number;
  readonly among?: ((item: Item) => boolean) | undefined;
  readonly amongFacts?: ((fact: Fact) => boolean) | undefined;
}

/** So many are compared to tell which is first. */
const AS_TYPED = 4;

/** Indexes the library, per language, and ranks it against questions; judges nothing. */
export function createEngine(
  library: Library,
  vocabulary: Vocabulary,
): (words: string, limits: Limits) => Reading {
  // A plan's own words come first: of many other words the last are not looked up.
  const thesaurus = createThesaurus(joinVocabularies([library.vocabulary ?? NO_VOCABULARY, vocabulary]));
  const indexes = {
    cy: buildIndex('cy', documentsOf(library, 'cy'), thesaurus.words.cy),
    en: buildIndex('en', documentsOf(library, 'en'), thesaurus.words.en),
  };
  const planOf = [...library.items, ...library.facts].map(({ plan }) => plan);
  const isOf = (document: number, plan: PlanId): boolean => planOf[document] === plan;
  const read = createReader(indexes, thesaurus, isOf);
  const rarest = Math.max(indexes.cy.mostIdf, indexes.en.mostIdf);
  const firstFact = library.items.length;
  const scratch = createScratch(firstFact + library.facts.length);

  return (words, { locale, most, among, amongFacts }) => {
    const isAsked = (document: number): boolean =>
      document < firstFact
        ? isWanted(library.items[document], among)
        : isWanted(library.facts[document - firstFact], amongFacts);
    const asked = read(words, locale, isAsked);
    const lists = {
      items: { from: 0, to: firstFact, wanted: isAsked },
      facts: { from: firstFact, to: firstFact + library.facts.length, wanted: isAsked },
    };
    const ranked = (groups: readonly Group[], showing: number) => {
      scoreAll(groups, scratch, [lists.items, lists.facts]);
      const best = (wanted: Wanted) =>
        withNeighbours(bestOf(scratch.total, Math.max(most, 1), wanted), groups);
      const matches = <T>(found: readonly T[], list: Wanted) =>
        matchesOf(best(list), groups, (document) => found[document - list.from], rarest, showing);
      const items = matches(library.items, lists.items);
      const facts = matches(library.facts, lists.facts);
      empty(scratch.total);
      return { items, facts };
    };
    return {
      groups: asked,
      ...ranked(asked, most),
      asTyped: () => ranked(asked.map(withoutInstead), AS_TYPED),
    };
  };
}

function withoutInstead(group: Group): Group {
  return { ...group, clues: group.clues.map((clue) => ({ ...clue, instead: [] })), instead: [] };
}

function isWanted<T>(found: T | undefined, wanted: ((found: T) => boolean) | undefined): boolean {
  return found !== undefined && (!wanted || wanted(found));
}

function matchesOf<T>(
  ranked: readonly { readonly document: number; readonly score: number }[],
  groups: readonly Group[],
  at: (document: number) => T | undefined,
  rarest: number,
  showing: number,
): Matches<T> {
  const least = (ranked[0]?.score ?? 0) * WORTH_SHOWING;
  const anyContent = groups.some((group) => group.clues.some((clue) => clue.content));
  const matches: (Match<T> & { readonly plain: number })[] = [];
  for (const { document, score } of ranked) {
    const found = at(document);
    if (score < least || matches.length >= showing) break;
    const fulfilments = fulfilmentsOf(document, groups);
    if (found === undefined || (anyContent && !fulfilments.some(hasContent))) continue;
    matches.push({ found, score: score * byCoverage(groups, fulfilments), fulfilments, plain: score });
  }
  matches.sort((a, b) => b.score - a.score);
  const [best] = matches;
  return {
    matches,
    signals: best ? signalsOf(best.plain / rarest, groups, best.fulfilments, rarest) : NO_SIGNALS,
  };
}

/** What of a score is left where no word is fulfilled: a text with all of them comes before one that says one of them often. */
const WITHOUT_COVERAGE = 0.3;

function byCoverage(groups: readonly Group[], fulfilments: readonly Fulfilment[]): number {
  return WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * coverageOf(groups, fulfilments);
}

function hasContent(fulfilment: Fulfilment): boolean {
  return fulfilment.clues.some((clue) => clue.content);
}
