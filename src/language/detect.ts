import type { Locale } from '../domain/model.ts';
import { fold, placedWords, type PlacedWord } from './fold.ts';
import { lettersTogether } from './letter-groups.ts';
import { LETTERS as LETTER_WEIGHTS, MISLEADING } from './letters.ts';

/** Words that only the one language has and that hold a sentence together, folded. */
const WELSH_FRAME = setOf(`
  yw ydw ydy ydi ydych ydyn ydym yr yn sy sydd mae maen mai nad oedd roedd bydd byddai byddwn wyt wyf rwy rwyf rydw rydych rydym rydyn dw dwi
  oes beth pwy pryd ble lle pam sut faint sawl pa ac gyda gan gen wrth rhwng heb hyd ers oddi trwy drwy dros dan ar ei eich eu ein ond neu hefyd hyn hwn hon
  hwnnw hynny rhain rheiny dyma dyna cael gael wneud gwneud mynd fynd dod ddod ddim dim nid ni nhw chi fi fe hi ti mi ef os felly eto wedi gallu gallaf allaf
  gallwch allwch allwn gallwn hoffwn hoffech eisiau isio moyn angen rhaid dylai dylid rhowch rho dangos dangoswch dwed dwedwch dywedwch esboniwch rhestru rhestrwch anfon anfonwch atgoffa
  helo shwmae sumae diolch bore da nos prynhawn hwyl iawn plis croeso cymraeg gymraeg saesneg dyddiad wythnos ddoe heddiw yfory mis blwyddyn eleni llynedd
  am amdan ganddo ganddi unrhyw rhywun rhywbeth pob popeth pawb arall eraill mwy llai newydd pwysig cam camau gam gamau gweithredu weithredu argymhelliad argymhellion cynllun gynllun cynlluniau
  thema themau cynnydd statws pwnc ffynhonnell gyfrifol cyfrifol arwain ba beth be faswn fyddai fydd fod bod ymlaen rhagddo ie nage tan
  plant na coch gwyrdd oren glas melyn un dau dwy tri tair pedwar pedair pump chwech saith wyth naw deg ail trydydd pedwerydd cyntaf olaf tudalen gwych
  ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr llun mawrth mercher iau gwener sadwrn sul haf gaeaf gwanwyn
`);
const ENGLISH_FRAME = setOf(`
  the of and is are was were be been being it its this that these those what which who whom whose when where why how many much do does did done doing
  have has had can could will would should shall may might must to for from with about into than then there their they them you your we our us me my he she his
  in on by at as or not no yes if but so any all some other another each every please thanks thank hello hi hey good morning afternoon evening bye
  show tell give list find get send stop start tomorrow today yesterday week month year since until before after between under over out off up down
  action actions recommendation recommendations plan plans theme themes progress status source owner update updates lead leads leading led behind english welsh
  there's what's who's how's it's i'm don't isn't aren't doesn't won't can't i'd i've let's that's more most only just also again still now
  going doing done due late overdue new old latest current far far said says say mean means explain describe
  red green amber blue two three four five six seven eight nine ten first second third last back great well summer winter spring autumn page pages no
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday fridays mondays
`);
/** Words of names that travel into sentences of the other language; in small letters they still lean a little. */
const WELSH_NAMES = setOf(
  'cymru iechyd cymdeithasol gofal llywodraeth caerdydd addysg gwella meddwl abertawe senedd gig aagic gcc hywel dda betsi cadwaladr gwent canolfan',
);
const ENGLISH_NAMES = setOf(
  'wales health social care government cardiff swansea mental improvement education nhs scw centre scotland england employers confederation',
);
const LOAN_WORDS = setOf(
  'plan staff data ward gp cpd heiw camhs caap pdf ok okay teams slack digital powys help as at is',
);
/** Words of both languages: they show neither. */
const SHARED = setOf(
  'a i o y am an at her is to pan as os so does dim dan hen pen mil be hi tan ti mi fe bore end dod',
);

/** Groups of letters and how much likelier each is in Welsh. */
const LETTERS: ReadonlyMap<string, number> = new Map(
  LETTER_WEIGHTS.split(' ').map((entry) => {
    const [group = ''] = /^[^\d-]+/u.exec(entry) ?? [];
    return [group.replace('’', "'"), Number(entry.slice(group.length)) / 10];
  }),
);
const WELSH_WORDS = setOf(MISLEADING.cy);
const ENGLISH_WORDS = setOf(MISLEADING.en);
/** Letters that no English word has; they need not be typed. */
const WELSH_ACCENTS = /[ŵŷâêîôû]/u;

const FRAME_WEIGHT = 3;
/** Letters alone never outweigh two words of the frame. */
const MOST_FROM_LETTERS = 2;
const KNOWN_WORD = 1.5;
const LETTER_SHARE = 0.3;
const NAME_WEIGHT = 0.35;
const NAME_LEANING = 0.6;
/** Below this the text could be either. */
const CLEAR_LEAD = 1;
const MOST_WORDS_READ = 64;

/**
 * The language a text is written in, Welsh or English; undefined where it cannot be told: numbers, names only, a word that
 * both languages have. A name or a quotation in the other language does not sway the sentence around it. Accents are not needed.
 */
export function languageOf(text: string): Locale | undefined {
  const read = placedWords(text, { characters: 2_000, words: MOST_WORDS_READ });
  let lead = 0;
  for (const [index, word] of read.entries()) lead += leaningOf(word, read, index);
  if (Math.abs(lead) < CLEAR_LEAD) return undefined;
  return lead > 0 ? 'cy' : 'en';
}

/** Above 0 towards Welsh, below towards English. */
function leaningOf(placed: PlacedWord, read: readonly PlacedWord[], index: number): number {
  const { word, written } = placed;
  if (/\d/u.test(word)) return 0;
  if (isEnglishI(written)) return -1;
  const frame = frameLeaning(word);
  if (frame !== 0) return isInName(read, index) ? frame * NAME_WEIGHT : frame;
  if (isName(word)) return isCapital(placed) ? 0 : nameLeaning(word);
  if (LOAN_WORDS.has(word) || SHARED.has(word) || word.length < 3 || isShouted(written)) return 0;
  const letters = lettersLeaning(written.toLowerCase(), word);
  return isInName(read, index) ? letters * NAME_WEIGHT : letters;
}

function nameLeaning(word: string): number {
  return WELSH_NAMES.has(word) ? NAME_LEANING : -NAME_LEANING;
}

function isName(word: string): boolean {
  return WELSH_NAMES.has(word) || ENGLISH_NAMES.has(word);
}

function isEnglishI(written: string): boolean {
  return written === 'I' || /^I['’]/u.test(written);
}

function frameLeaning(word: string): number {
  if (SHARED.has(word)) return 0;
  const bare = word.replace(/'(?:r|n|i|w|u|th|ch)$/u, '');
  if (WELSH_FRAME.has(word)) return FRAME_WEIGHT;
  if (ENGLISH_FRAME.has(word)) return -FRAME_WEIGHT;
  return bare !== word && WELSH_FRAME.has(bare) ? FRAME_WEIGHT : 0;
}

/** HEIW, CAMHS: letters of names. */
function isShouted(written: string): boolean {
  return written.length <= 6 && written === written.toUpperCase();
}

/** A capital inside a sentence, beside another one. */
function isInName(read: readonly PlacedWord[], index: number): boolean {
  if (index === 0 && !isCapital(read[1])) return false;
  return isCapital(read[index]) && read.some((word) => !isCapital(word));
}

function isCapital(word: PlacedWord | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.written);
}

function lettersLeaning(written: string, word: string): number {
  if (WELSH_ACCENTS.test(written.normalize('NFC'))) return MOST_FROM_LETTERS;
  if (WELSH_WORDS.has(word)) return KNOWN_WORD;
  if (ENGLISH_WORDS.has(word)) return -KNOWN_WORD;
  const sum = lettersTogether(word).reduce((total, group) => total + (LETTERS.get(group) ?? 0), 0);
  return Math.max(-MOST_FROM_LETTERS, Math.min(MOST_FROM_LETTERS, sum * LETTER_SHARE));
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(fold(list).trim().split(/\s+/u));
}
