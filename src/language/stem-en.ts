import { remembering } from './remembering.ts';

const CONSONANT = '(?:[^aeiouy]|(?<![^aeiou])y|^y)';
const VOWEL = '(?:[aeiou]|(?<=[^aeiou])y)';
const GROUPS = new RegExp(`${VOWEL}+${CONSONANT}+`, 'gu');
const HAS_VOWEL = new RegExp(VOWEL, 'u');
const DOUBLE = /([^aeiouylszf])\1$/u;
const SHORT_END = /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/u;

type Endings = readonly (readonly [ending: string, becomes: string])[];
/** Steps of Porter's algorithm (M. F. Porter, 1980), each ending with what it becomes; longer ones first. */
const DOUBLE_SUFFIXES: Endings = [
  ['isational', 'ize'],
  ['izational', 'ize'],
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['isation', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['iser', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['eli', 'e'],
];
const MIDDLE_SUFFIXES: Endings = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['alise', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const LAST_SUFFIXES: Endings = [
  'ionate',
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ise',
  'al',
  'er',
  'ic',
  'ou',
].map((ending) => [ending, ''] as const);

/** Words of the field whose kin the steps would part from them, or that only look inflected. */
const IRREGULAR: Readonly<Record<string, string>> = {
  wellbeing: 'wellbeing',
  trainee: 'train',
  employee: 'employ',
  delivery: 'deliv',
  deliveri: 'deliv',
  recovery: 'recov',
  people: 'person',
  children: 'child',
  women: 'woman',
  men: 'man',
  doctorate: 'doctorat',
  doctoral: 'doctorat',
  led: 'lead',
  taught: 'teach',
};

/** What a folded English word shares with its inflections and kin: `recruit` of `recruits`, `recruiting` and `recruitment`. */
export const stemEn = remembering(stemOf);

function stemOf(word: string): string {
  const bare = word.replace(/'(?:s|d|ll|ve|re|m|t)?$/u, '');
  if (bare.length < 3 || !/^[a-z']+$/u.test(bare)) return bare;
  const plural = withoutPlural(bare);
  const irregular = Object.hasOwn(IRREGULAR, plural) ? IRREGULAR[plural] : undefined;
  if (irregular !== undefined) return irregular;
  let stem = withoutInflection(plural);
  if (stem.endsWith('y') && HAS_VOWEL.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = changed(stem, DOUBLE_SUFFIXES, 0);
  stem = changed(stem, MIDDLE_SUFFIXES, 0);
  return withoutFinalE(withoutLast(stem));
}

/** How many times vowels are followed by consonants: Porter's measure. */
function measure(stem: string): number {
  return stem.match(GROUPS)?.length ?? 0;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') ? word.slice(0, -1) : word;
}

function withoutInflection(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ing', 'ed'].find((candidate) => word.endsWith(candidate));
  if (!ending) return word;
  const stem = word.slice(0, -ending.length);
  if (!HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz|is)$/u.test(stem) && measure(stem) > 0) return `${stem}e`;
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && SHORT_END.test(stem) ? `${stem}e` : stem;
}

function changed(word: string, endings: Endings, least: number): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const stem = word.slice(0, -found[0].length);
  return measure(stem) > least ? stem + found[1] : word;
}

function withoutLast(word: string): string {
  if (/[st]ion$/u.test(word)) return measure(word.slice(0, -3)) > 1 ? word.slice(0, -3) : word;
  return changed(word, LAST_SUFFIXES, 1);
}

function withoutFinalE(word: string): string {
  const stem = word.endsWith('e') ? word.slice(0, -1) : word;
  const long = measure(stem);
  const kept = long > 1 || (long === 1 && !SHORT_END.test(stem)) ? stem : word;
  return kept.endsWith('ll') && measure(kept) > 1 ? kept.slice(0, -1) : kept;
}
