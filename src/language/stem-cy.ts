import { remembering } from './remembering.ts';

/** Shortest stem that an ending may leave. */
const SHORTEST = 3;
/** Plural endings, then endings that make nouns and verbs of one root; longer ones first. */
const PLURALS = [
  'yddion',
  'eion',
  'iadau',
  'iaethau',
  'oedd',
  'iaid',
  'iau',
  'ion',
  'au',
  'on',
  'od',
  'ydd',
  'ys',
];
const DERIVED = [
  'yddiaeth',
  'wriaeth',
  'iaeth',
  'edig',
  'iant',
  'iad',
  'aeth',
  'wyr',
  'iwr',
  'wraig',
  'wr',
  'ydd',
  'ion',
  'ai',
  'iol',
  'io',
  'ol',
  'u',
  'o',
  'i',
];
/** Words of the field whose plural the endings would part from them. */
const IRREGULAR: Readonly<Record<string, string>> = {
  themau: 'thema',
  plentyn: 'plant',
  cerrig: 'carreg',
  pobloedd: 'pobl',
  gwasanaeth: 'gwasanaeth',
  gwasanaethau: 'gwasanaeth',
};
/** The article and pronouns that lean on the word before: `gweithlu'r`. */
const CLITIC = /'(?:r|n|i|w|m|u|th|ch|ll)$/u;

/** What a folded Welsh word shares with its plural and its kin: `cynllun` of `cynlluniau` and `cynllunio`. */
export const stemCy = remembering(stemOf);

function stemOf(word: string): string {
  const bare = word.replace(CLITIC, '');
  if (Object.hasOwn(IRREGULAR, bare)) return IRREGULAR[bare] ?? bare;
  if (/\d/u.test(bare)) return bare;
  return affected(without(without(bare, PLURALS), DERIVED));
}

function without(word: string, endings: readonly string[]): string {
  const ending = endings.find(
    (candidate) => word.endsWith(candidate) && word.length - candidate.length >= SHORTEST,
  );
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  return /[aeiouwy]/u.test(stem) ? stem : word;
}

/** Vowels that change when an ending follows, written as after the change: `gwaith` and `gweithiwr`, `bwrdd` and `byrddau`. */
function affected(stem: string): string {
  return stem
    .replace(/ai([^aeiouwy]+)$/u, 'ei$1')
    .replace(/([^aeiouwyg])w([^aeiouwy]+)$/u, '$1y$2')
    .replace(/nn$/u, 'n')
    .replace(/rr$/u, 'r');
}
