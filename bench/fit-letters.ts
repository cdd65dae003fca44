/**
 * Counts which letters stand beside which in Welsh and in English, over the words of the vocabulary, and writes those that
 * tell the languages apart to `src/language/letters.ts`: `npm run build && node dist/bench/fit-letters.js`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Locale } from '../src/domain/model.ts';
import { words } from '../src/language/fold.ts';
import { lettersTogether } from '../src/language/letter-groups.ts';
import { loadVocabulary } from '../src/knowledge/vocabulary.ts';

const KNOWLEDGE = 'knowledge';
const OUTPUT = 'src/language/letters.ts';
/** Rarer groups of letters say nothing certain. */
const LEAST_SEEN = 3;
const LEAST_WEIGHT = 4;
const UNCLEAR = 35;
const MOST_GROUPS = 1_800;
const EVERYTHING = { characters: 1_000_000, words: 200_000 };

/** All text of one language in a pack's file. */
function textsIn(node: unknown, locale: Locale): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((part) => textsIn(part, locale));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === locale && typeof value === 'string' ? [value] : textsIn(value, locale),
  );
}

function packFiles(): readonly string[] {
  return readdirSync(KNOWLEDGE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && path !== 'vocabulary.yaml')
    .map((path) => join(KNOWLEDGE, path));
}

/** What the catalogue says: the quoted strings of its files. */
function catalogueTexts(locale: Locale): readonly string[] {
  const folder = join('src/language', locale);
  const quotations = readdirSync(folder).flatMap(
    (name) => readFileSync(join(folder, name), 'utf8').match(/'[^'\n]*'|`[^`$]*`/gu) ?? [],
  );
  return quotations.filter((text) => text.includes(' ') && !/[{}=()[\]]/u.test(text));
}

function wordsOf(locale: Locale): ReadonlySet<string> {
  const loaded = loadVocabulary(join(KNOWLEDGE, 'vocabulary.yaml'));
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
  const texts = [
    ...loaded.vocabulary.entries.flatMap((entry) => entry[locale]),
    ...catalogueTexts(locale),
    ...packFiles().flatMap((path) => textsIn(parse(readFileSync(path, 'utf8')), locale)),
  ];
  const all = texts.flatMap((text) => words(text, EVERYTHING));
  return new Set(all.filter((word) => /^[a-z]{3,}$|^[a-z]{2,}'[a-z]{1,3}$/u.test(word)));
}

function countsOf(list: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const group of [...list].flatMap(lettersTogether)) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

const both = { cy: wordsOf('cy'), en: wordsOf('en') };
/** A word of both lists is a name, or a loan. */
const only = {
  cy: new Set([...both.cy].filter((word) => !both.en.has(word))),
  en: new Set([...both.en].filter((word) => !both.cy.has(word))),
};
const counts = { cy: countsOf(only.cy), en: countsOf(only.en) };
const total = {
  cy: [...counts.cy.values()].reduce((sum, count) => sum + count, 0),
  en: [...counts.en.values()].reduce((sum, count) => sum + count, 0),
};
const weighed = [...new Set([...counts.cy.keys(), ...counts.en.keys()])]
  .flatMap((group) => {
    const [cy, en] = [counts.cy.get(group) ?? 0, counts.en.get(group) ?? 0];
    const weight = Math.round(10 * Math.log(((cy + 0.5) * total.en) / ((en + 0.5) * total.cy)));
    return cy + en >= LEAST_SEEN && Math.abs(weight) >= LEAST_WEIGHT
      ? [{ group, weight, seen: cy + en }]
      : [];
  })
  .sort((a, b) => Math.abs(b.weight) * Math.log(b.seen) - Math.abs(a.weight) * Math.log(a.seen))
  .slice(0, MOST_GROUPS)
  .sort((a, b) => (a.group < b.group ? -1 : 1));

const weights = new Map(weighed.map(({ group, weight }) => [group, weight]));
const leaning = (word: string): number =>
  lettersTogether(word).reduce((sum, group) => sum + (weights.get(group) ?? 0), 0);
/** Words whose letters say the other language, or nothing. */
const misleading = {
  cy: [...only.cy].filter((word) => leaning(word) < UNCLEAR).sort(),
  en: [...only.en].filter((word) => leaning(word) > -UNCLEAR).sort(),
};
writeFileSync(
  OUTPUT,
  '/** Written by `bench/fit-letters.ts`: groups of letters (`_` where a word begins or ends) and ten times the logarithm of how much likelier they are in Welsh than in English. */\n' +
    `export const LETTERS =\n  '${weighed.map(({ group, weight }) => `${group.replaceAll("'", '’')}${weight}`).join(' ')}';\n\n` +
    '/** Words of one language whose letters would say the other, or nothing. */\n' +
    `export const MISLEADING = {\n  cy: '${misleading.cy.map(quoted).join(' ')}',\n  en: '${misleading.en.map(quoted).join(' ')}',\n};\n`,
);
process.stdout.write(
  `${only.cy.size} Welsh and ${only.en.size} English words, ${weighed.length} groups of letters, ${misleading.cy.length + misleading.en.length} misleading words\n`,
);

function quoted(word: string): string {
  return word.replaceAll("'", '’');
}
