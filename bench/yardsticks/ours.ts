import type { Library } from '../../src/knowledge/library.ts';
import { loadVocabulary, NO_VOCABULARY } from '../../src/knowledge/vocabulary.ts';
import { documentsOf } from '../../src/search/documents.ts';
import { createSearch } from '../../src/search/search.ts';
import { BOOST, MOST, type Ask, type Texts } from './yardstick.ts';

const loaded = loadVocabulary('knowledge/vocabulary.yaml');
const vocabulary = loaded.ok ? loaded.vocabulary : NO_VOCABULARY;

/** The project's own search, by the way that topic questions take. */
export function ours(library: Library): Ask {
  const numbers = new Map(library.items.map((item, at) => [item, at]));
  const search = createSearch(library, vocabulary);
  return (question, locale) =>
    search.find(question, { locale, most: MOST }).items.map(({ found }) => numbers.get(found) ?? -1);
}

/** The texts that our own engine indexes of each item, for the other engines. */
export function textsOf(library: Library): readonly Texts[] {
  const both = { cy: documentsOf(library, 'cy'), en: documentsOf(library, 'en') };
  const field = (at: number, wanted: number) => {
    const of = (locale: 'cy' | 'en'): string =>
      (both[locale][at]?.fields ?? [])
        .filter(({ weight }) => weight === wanted)
        .map(({ text }) => text)
        .join(' ');
    return { cy: of('cy'), en: of('en') };
  };
  return library.items.map((_, at) => ({
    title: field(at, BOOST.title),
    summary: field(at, BOOST.summary),
    around: field(at, BOOST.around),
  }));
}
