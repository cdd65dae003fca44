import type { Fact, Item, Locale, LocalText } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { Field, IndexedDocument } from './inverted-index.ts';

/** A match in the title says most of what an item is about. */
const ITEM = { title: 3, summary: 1, tags: 1, surroundings: 0.5, progress: 0.3 } as const;
const FACT = { text: 1.5, tags: 1.5, topic: 1.5 } as const;

/** Items first, then facts, each numbered by its place in the library; without fields where nothing is in that language. */
export function documentsOf(library: Library, locale: Locale): readonly IndexedDocument[] {
  return [
    ...library.items.map((item) => ({ fields: itemFields(item, library, locale) })),
    ...library.facts.map((fact) => ({ fields: factFields(fact, locale) })),
  ];
}

function itemFields(item: Item, library: Library, locale: Locale): readonly Field[] {
  const theme = item.theme === undefined ? undefined : library.theme(item.theme);
  const latest = library.updatesOf(item.id).at(-1);
  const owners = library.plan(item.plan)?.owners ?? [];
  return [
    ...inLanguage(item.title, locale, ITEM.title),
    ...inLanguage(item.summary, locale, ITEM.summary),
    ...item.tags.map((text) => ({ text, weight: ITEM.tags })),
    ...inLanguage(theme?.title, locale, ITEM.surroundings),
    ...[...item.leads, ...item.addressees, ...owners].flatMap((body) =>
      inLanguage(body, locale, ITEM.surroundings),
    ),
    ...[latest?.note, latest?.reason, latest?.mitigation].flatMap((text) =>
      inLanguage(text, locale, ITEM.progress),
    ),
  ];
}

function factFields(fact: Fact, locale: Locale): readonly Field[] {
  return [
    ...inLanguage(fact.text, locale, FACT.text),
    ...fact.tags.map((text) => ({ text, weight: FACT.tags })),
    { text: fact.topic.replaceAll(/[-_]/gu, ' '), weight: FACT.topic },
  ];
}

function inLanguage(text: LocalText | undefined, locale: Locale, weight: number): readonly Field[] {
  const words = text?.[locale];
  return words === undefined ? [] : [{ text: words, weight }];
}
