import type { Token } from './tokens.ts';

/** How Welsh is typed as it is spoken, north and south, in the words that the phrases are written in. */
export const SPOKEN: Readonly<Record<string, string>> = {
  "dwi'm": 'dw i ddim',
  dwim: 'dw i ddim',
  "sa'i": 'dw i ddim',
  sai: 'dw i ddim',
  wi: 'dw i',
  isio: 'eisiau',
  isie: 'eisiau',
  isho: 'eisiau',
  ishe: 'eisiau',
  isia: 'eisiau',
  moyn: 'eisiau',
  mlaen: 'ymlaen',
  mlan: 'ymlaen',
  ymlan: 'ymlaen',
  ma: 'mae',
  deud: 'dweud',
  gweud: 'dweud',
  weud: 'dweud',
  ddeud: 'dweud',
  neud: 'gwneud',
  "ca'l": 'cael',
  sneb: 'does neb',
  copo: 'copio',
  dio: 'dydi o',
  "dio'm": 'dydi o ddim',
  gneud: 'gwneud',
  dallt: 'deall',
  gora: 'gorau',
  cama: 'camau',
  gama: 'camau',
  petha: 'pethau',
  gai: 'gaf i',
  gwbod: 'gwybod',
  pobol: 'pobl',
  bobol: 'bobl',
  dwytha: 'diwethaf',
  ddwytha: 'diwethaf',
  dwetha: 'diwethaf',
  ddwetha: 'diwethaf',
  nesa: 'nesaf',
  cynta: 'cyntaf',
  gwaetha: 'gwaethaf',
  waetha: 'gwaethaf',
  hwyra: 'hwyraf',
  mwya: 'mwyaf',
  gynta: 'cyntaf',
  ola: 'olaf',
  wsnos: 'wythnos',
  wsos: 'wythnos',
  wthnos: 'wythnos',
  hannar: 'hanner',
  sgin: 'sydd gen',
  sgen: 'sydd gen',
  "s'gin": 'sydd gen',
  "s'gen": 'sydd gen',
  sgynnoch: 'sydd gennych',
  "s'gynnoch": 'sydd gennych',
  sgynnon: 'sydd gennym',
  sgynnyn: 'sydd ganddyn',
  gin: 'gen',
  gynnoch: 'gennych',
  gynnon: 'gennym',
  gynnyn: 'ganddyn',
  sda: 'sydd gyda',
  gafon: 'cawson',
  gathon: 'cawson',
  gaethon: 'cawson',
  gath: 'gafodd',
  gaeth: 'gafodd',
  cath: 'cafodd',
  ddath: 'daeth',
  dath: 'daeth',
  ath: 'aeth',
  nath: 'wnaeth',
  wnath: 'wnaeth',
  nathon: 'wnaethon',
  rhwbath: 'rhywbeth',
  rwbeth: 'rhywbeth',
  rhwbeth: 'rhywbeth',
  rhywbath: 'rhywbeth',
  rwun: 'rhywun',
  rhwun: 'rhywun',
  erill: 'eraill',
  gal: 'cael',
  gadal: 'gadael',
  gadel: 'gadael',
  ddeudodd: 'ddywedodd',
  ddwedodd: 'ddywedodd',
  "a'm": 'a fy',
  "o'm": 'o fy',
};

/** Words that begin with an apostrophe for what is left out. */
export const CUT_SHORT: Readonly<Record<string, string>> = {
  ma: 'yma',
  na: 'yna',
  da: 'gyda',
  di: 'wedi',
  m: 'ddim',
  n: 'yn',
  r: 'yr',
  sa: 'byddai',
  y: 'fy',
};

/** What the words before, the nearest first, decide about a word: nothing, or what it is. */
type Settling = (before: readonly string[], after: string | undefined) => readonly string[] | undefined;

const FIRST_PERSON = new Set(
  'alla allai galla gallai fedra fedrai medra medrai allaf fedraf dw dydw tydw rydw gen wna'.split(' '),
);
const ASKING = new Set(['be', 'beth', 'pwy', 'pryd', 'ble', 'lle', 'faint']);
const UNITS: Readonly<Record<string, number>> = {
  un: 1,
  dau: 2,
  tri: 3,
  pedwar: 4,
  pum: 5,
  pump: 5,
  chwe: 6,
  chwech: 6,
  saith: 7,
  wyth: 8,
  naw: 9,
};
/** "un ar ddeg" is 11, "pedwar ar bymtheg" 19, "tri deg" 30. */
const ADDED: Readonly<Record<string, number>> = { ddeg: 10, bymtheg: 15, hugain: 20 };
const ORDINAL_UNITS: Readonly<Record<string, number>> = {
  unfed: 1,
  ail: 2,
  trydydd: 3,
  drydydd: 3,
  pedwerydd: 4,
  bedwerydd: 4,
};

const notAfterI: Settling = (before) => {
  const [one = '', two = ''] = before;
  if (FIRST_PERSON.has(one)) return ['i', 'ddim'];
  return one === 'i' && FIRST_PERSON.has(two) ? ['ddim'] : undefined;
};
const notAfterHe: Settling = ([one = '']) =>
  ['dydi', 'dydy', 'tydi', 'dyw'].includes(one) ? ['o', 'ddim'] : undefined;
const perfectOrIs: Settling = (before) => {
  const [one = '', two = ''] = before;
  if (ASKING.has(one)) return ['ydi'];
  return ['sydd', 'mae'].includes(one) || (one === 'i' && two === 'dw') ? ['wedi'] : undefined;
};
/** "lle 'dan ni arni": of all that "dan" is, the verb. */
const PLACE_ASKED = new Set(['ble', 'lle', 'sut', 'pryd', 'pam', 'be', 'beth']);
const andArticle = (words: readonly string[] | undefined) => words && [...words, 'yr'];
/** After "ma" these say that it is "yma": "bod ma rhagor". */
const NO_LONGER = new Set(['ddim', 'dim', 'rhagor', 'mwyach', 'bellach', 'mwy']);
const SETTLED: Readonly<Record<string, Settling>> = {
  "i'm": notAfterI,
  im: notAfterI,
  "o'm": notAfterHe,
  di: perfectOrIs,
  "di'r": (before) => andArticle(perfectOrIs(before, undefined)),
  da: (_, after) => (after === 'ni' || after === 'chi' ? ['rydyn'] : undefined),
  dan: (before, after) => (after === 'ni' && PLACE_ASKED.has(before[0] ?? '') ? ['rydyn'] : undefined),
  ma: (before, after) =>
    before[0] !== '' && (after === undefined || NO_LONGER.has(after)) ? ['yma'] : undefined,
};

/** A word whose neighbours say what it is: "fedra i'm", "be di", "sy di newid". */
export function settledBy(
  word: string,
  before: readonly Token[],
  after: string | undefined,
): readonly string[] | undefined {
  const settle = Object.hasOwn(SETTLED, word) ? SETTLED[word] : undefined;
  return settle?.([before.at(-1)?.word ?? '', before.at(-2)?.word ?? ''], after);
}

const WATCHED = new Set(['hun', 'hunan', 'eisiau', 'deg', ...Object.keys(ADDED)]);

/** Words that belong together, written as one: numbers of several words, "yn hun" as "fy hun", "yn moyn" as wanting. */
export function together(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ word }) => WATCHED.has(word))) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [one, two, three] = tokens.slice(at, at + 3);
    if (!one) break;
    const number = numberIn(one.word, two?.word, three?.word);
    const last = number && tokens[at + number.length - 1];
    if (last) {
      joined.push({ word: number.word, start: one.start, end: last.end });
      at += number.length - 1;
      continue;
    }
    if (one.word === 'eisiau' && joined.at(-1)?.word === 'yn') joined.pop();
    if (one.word === 'hun' || (one.word === 'hunan' && two?.word !== 'niweidio')) asMine(joined);
    joined.push(one);
  }
  return joined;
}

function numberIn(one: string, two = '', three = ''): { word: string; length: number } | undefined {
  const tens = two === 'deg' || two === 'ddeg' ? lookUp(UNITS, one) : undefined;
  if (tens !== undefined) {
    const unit = lookUp(UNITS, three);
    return { word: String(tens * 10 + (unit ?? 0)), length: unit === undefined ? 2 : 3 };
  }
  const added = two === 'ar' ? lookUp(ADDED, three) : undefined;
  if (added === undefined) return undefined;
  const [unit, ordinal] = [lookUp(UNITS, one), lookUp(ORDINAL_UNITS, one)];
  if (unit !== undefined) return { word: String(added + unit), length: 3 };
  return ordinal === undefined ? undefined : { word: `${added + ordinal}eg`, length: 3 };
}
function lookUp(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** "'yn hun", "'n hun" and "fy'n hun" are "fy hun". */
function asMine(joined: Token[]): void {
  const before = joined.at(-1);
  if (before?.word !== 'yn' && before?.word !== 'n') return;
  joined.pop();
  if (joined.at(-1)?.word !== 'fy') joined.push({ ...before, word: 'fy' });
}
