import { fold } from '../language/fold.ts';
import { isContentWord, isFunctionWord, isOfElsewhere } from '../search/stop-words.ts';
import { ITEM_NOUNS, NATIONS, PLAN_NOUNS } from './nations.ts';
import { PLAIN_WORDS } from './plain-words.ts';
import { WELSH } from './words.cy.ts';
import { ENGLISH } from './words.en.ts';
import { TOPICS_ENGLISH, TOPICS_WELSH } from './words.topics.ts';

/** Words of bodies, their services and their plans: common to so many names that none of them tells one from another. */
const OF_MANY_NAMES = `a b board boards bwrdd byrddau trust trusts ymddiriedolaeth university universities prifysgol prifysgolion
  hospital hospitals ysbyty ysbytai council councils cyngor cynghorau county sir siroedd borough bwrdeistref city cities dinas town tref
  district dosbarth ward parish local lleol national cenedlaethol regional region rhanbarth rhanbarthol service services gwasanaeth
  gwasanaethau authority authorities awdurdod awdurdodau committee pwyllgor department adran office swyddfa government llywodraeth
  ministry minister ministers gweinidog gweinidogion centre centres center canolfan foundation sefydliad institute athrofa association
  cymdeithas society college colleges coleg colegau royal brenhinol federation ffederasiwn agency agencies asiantaeth commission comisiwn
  group groups grwp grwpiau partnership partnerships partneriaeth partner partners network networks rhwydwaith alliance cynghrair forum
  fforwm union undeb charity elusen improvement improving gwella education addysg development developing datblygu training hyfforddiant
  strategic strategol integrated integredig annual blynyddol five ten year years long term short medium hirdymor tymor blwyddyn future
  dyfodol forward forwards ymlaen stepping next better gwell people peoples pobl staff workforce gweithlu work working gwaith mental
  meddwl wellbeing lles llesiant care caring gofal social cymdeithasol primary sylfaenol secondary acute community communities cymuned
  cymunedol cymunedau child children plant young ifanc youth ieuenctid adult adults oedolion older henoed library libraries llyfrgell
  llyfrgelloedd school schools ysgol ysgolion police heddlu fire tan rescue achub ambulance ambiwlans housing tai transport trafnidiaeth
  digital digidol culture cultural diwylliant equality cydraddoldeb delivery delivering cyflawni implementation review adolygiad vision
  gweledigaeth blueprint glasbrint charter siarter nhs gig hee heiw north south east west central gogledd de dwyrain gorllewin canolbarth
  united kingdom britain british great new demo nursing nurse nurses nyrsio nyrs nyrsys medical meddygol meddyg doctors health iechyd public
  cyhoeddus private preifat third trydydd voluntary gwirfoddol sector sectors team teams tim timau final draft full summary crynodeb draff
  economy economaidd environment amgylchedd climate hinsawdd science gwyddoniaeth arts celfyddydau sport chwaraeon justice cyfiawnder
  prison prisons carchar carchardai emergency brys welfare safety diogelwch support cymorth recruitment retention recriwtio cadw skills
  sgiliau capacity career careers gyrfa professional professions proffesiynol allied therapists building adeiladu growing tyfu good da
  healthy iach healthier iachach resilience gwydnwch inclusion cynhwysiant inclusive cynhwysol diversity amrywiaeth leadership
  arweinyddiaeth management rheoli quality ansawdd research ymchwil innovation arloesi transformation trawsnewid change newid together
  gyda'n gilydd action actions gweithredu part rhan volume cyfrol edition argraffiad version fersiwn book llyfr project prosiect initiative`;

let known: ReadonlySet<string> | undefined;

/** True for a word of the language itself: one that people use without any plan's name in mind. `word` is folded. */
export function isOrdinary(word: string): boolean {
  known ??= knownWords();
  return (
    known.has(word) ||
    PLAIN_WORDS.has(word) ||
    isFunctionWord(word) ||
    !isContentWord(word) ||
    isOfElsewhere(word)
  );
}

function knownWords(): ReadonlySet<string> {
  const phrases = [ENGLISH, WELSH, TOPICS_ENGLISH, TOPICS_WELSH].flatMap((table) =>
    Object.values(table).flat(),
  );
  const words = fold(phrases.join(' ')).match(/\p{L}+/gu) ?? [];
  return new Set([...words, ...OF_MANY_NAMES.split(/\s+/u), ...NATIONS.flat(), ...PLAN_NOUNS, ...ITEM_NOUNS]);
}
