/** Small words of both languages, folded; they count little and are never mended or searched for alone. */
const ENGLISH =
  "a about above after again all also am an and any are aren't as at be because been before being below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for from further get got had has have having he her here hers him his how's i i'd i'll i'm i've if in into is isn't it it's its itself just let's me more most much my no nor not now of off ok okay on once only or other our ours out over own please same shall she should so some such than thank thanks that that's the their theirs them then there there's these they they're this those through to too under until up us very want was wasn't we we're we've were weren't will with won't would wouldn't you you'd you're your yours tell show give find hello hi hey done made make makes making come comes came take takes taken put happens need needs like somebody someone everything there any might may back ready";
const WELSH =
  "gyfer cyfer ynglyn ynghylch parthed a ac a'i a'r a'u am amdan amdano amdani ambell ar arall ati ato bod bob bod byddai bydd fydd fyddai byddwn barod cafodd gafodd cafwyd gafwyd cael cawn cyn chi chwi dach da ddim dim dan dros drwy dwi dyma dyna dy e ef efo ein eich ei eu er ers eto fe fel fy fi fod gan gen ges gyda hefyd heb hi hon hwn hyn hwnnw hynny i i'r i'w iawn ie dw mae mae'r maen mai maent mi mewn na nad naill nawr nhw ni nid nes neu o o'i o'r o'u oddi oedd oes ond on'd os pan pob r rhai rhwng roedd rwy rydw rydych rydym rydyn sef sy sydd sy'n sy'r tan ti trwy tua wedi wedyn wrth wyf wyt y ym yng ychydig ydi ydw ydy ydych ydym ydyn yma yn yna yno yr yw yw'r ydy'r ydi'r n n'r eisiau os diolch rhowch rho dangos dangoswch dwed dwedwch helo gwelwch cael ei wneud gwneud wneud wnaed gwnaed dod daeth ddod mynd angen rhywun popeth am ynghylch gafon gathon gath cawson gawson cal gal rwbath rhwbath rwbeth rhwbeth rhywbath rwun rhwun ddath dath aeth ath nath wnath naeth wnaeth wnaethon erioed wrtha wrthyf wrthon";
const ENGLISH_QUESTION =
  'what which who whom whose when where why how many anything something happening happen happened';
const WELSH_QUESTION = 'beth be pwy pryd ble lle pam sut faint sawl pa oes unrhyw rhywbeth';

/** Words for the parts of any plan, and words of asking: they say little of what is asked for. */
const FRAME =
  'action actions recommendation recommendations item items plan plans theme themes area areas call calls status progress update updates list about information details thing things tell look looking search know knows say says said mention mentions mentioned going go goes work works working bit lot latest current currently cam camau gweithredu argymhelliad argymhellion eitem eitemau cynllun cynlluniau thema themau galwad galwadau statws cynnydd diweddariad diweddariadau rhestr rhestru rhestrwch gwybodaeth manylion chwilio gwybod son mynd gwneud dweud digwydd newydd maes meysydd pethau peth gam gamau gynllun nghynllun chynllun nghynlluniau gynlluniau adroddiad adroddiadau report reports document ddogfen dogfen ynglyn ynghylch hwyl ' +
  'stop stops stopping stopped tackle tackling tackled dealing stopio taclo delio getting became become becoming planned round around really actually quite ever yet already always still fynd syniad syniadau idea ideas people person folk folks ones lots loads bellach mor rwan nawr efo hefo jest jyst reit eitha neud gneud isio isie moyn pobl bobl pobol bobol phobl';

/** Words of the world outside: known well enough never to be taken for a slip of the pen in a word of the plans. */
const ELSEWHERE =
  'weather forecast football rugby cricket score scores match arsenal chelsea liverpool pizza burger restaurant restaurants recipe recipes cake bitcoin crypto price prices share shares stock stocks capital france paris germany spain italy london president king queen election elections vote movie movies film films music song songs game games joke jokes holiday holidays flight flights hotel hotels train trains bus buses taxi car cars parking petrol lottery horoscope dog dogs cat cats translate poem moon sun planet planets maths equation password printer laptop phone wifi menu canteen lunch dinner breakfast coffee beer wine birthday christmas amazon netflix facebook twitter dance prince plane leather ' +
  'tywydd rhagolygon peldroed rygbi criced sgor gem gemau bwyty bwytai rysait rysaitiau cacen pris prisiau cyfranddaliadau prifddinas ffrainc almaen sbaen eidal llundain arlywydd brenin brenhines etholiad etholiadau pleidleisio ffilm ffilmiau cerddoriaeth can caneuon jôc joc jocs gwyliau hediad gwesty gwestai tren trenau bws bysiau tacsi car ceir parcio petrol loteri ci cwn cath cathod cyfieithu cerdd lleuad haul planed cyfrinair argraffydd gliniadur ffon bwydlen ffreutur cinio swper brecwast coffi cwrw gwin penblwydd nadolig dawns';

/** Words near the field that look like slips of others in it ("dental", "mental"): known, and not of the world outside. */
const BESIDE_THE_FIELD =
  'dental dentist dentists dentistry cancer surgeon surgeons surgical renal rental story stories deintydd deintyddion deintyddol canser llawfeddyg llawfeddygon llawfeddygol arennol stori storiau';

/** Words for jobs, training, health and care, by their beginnings: who uses one asks about the plans' subject. */
const FIELD =
  /^(?:workforce|staff|nurs|doctor|medic|clinic|therap|pharmac|paramedic|midwi|psych|health|care(?:r|rs)?$|caring|hospital|ward|wards|patient|training|trainee|apprentic|recruit|retention|vacanc|profession|employ|technician|job|jobs|roles?$|occupation|skill|surgeon|sick|absen|pension|overtime|shifts?$|rotas?$|uniform|mentor|induction|interview|bully|harass|wellbeing|gweithlu|ngweithlu|weithlu|[gn]?g?weithw|staffio|nyrs|meddyg|feddyg|llawfeddyg|clinig|glinig|therapy|fferyll|parafeddyg|bydw|fydw|seic|iechyd|gofal|ofal|ysbyty|ward|claf|cleifion|gleifion|hyffordd|prentis|brentis|recriwt|swydd|proffes|broffes|cyflog|gyflog|sgil|technegw|dechnegw|salwch|absenol|pensiwn|bensiwn|goramser|shifft|iwnifform|cyfweli|gyfweli|bwlio|llesiant)/u;

const BESIDE: ReadonlySet<string> = new Set(BESIDE_THE_FIELD.split(' '));
const FUNCTION_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${WELSH}`.split(' '));
const QUESTION_WORDS: ReadonlySet<string> = new Set(`${ENGLISH_QUESTION} ${WELSH_QUESTION}`.split(' '));
const FRAME_WORDS: ReadonlySet<string> = new Set(FRAME.split(' '));
const WORDS_ELSEWHERE: ReadonlySet<string> = new Set(ELSEWHERE.split(' '));
const CLITIC = /'(?:r|n|i|w|m|u|th|ch|s|re|ve|d|ll)$/u;

function isIn(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || (word.includes("'") && list.has(word.replace(CLITIC, '')));
}

/** A word that joins others and names nothing, or asks; `word` is folded. */
export function isFunctionWord(word: string): boolean {
  return word.length === 1 || isIn(FUNCTION_WORDS, word) || isIn(QUESTION_WORDS, word);
}

/** A word that may name what is asked for: none that joins, asks or stands for any part of any plan. */
export function isContentWord(word: string): boolean {
  return !isFunctionWord(word) && !isIn(FRAME_WORDS, word);
}

/** A word of the world outside the plans. */
export function isOfElsewhere(word: string): boolean {
  return isIn(WORDS_ELSEWHERE, word);
}

/** A word that is never mended: it is known, in the plans or not. */
export function isKnownAnyway(word: string): boolean {
  return isOfElsewhere(word) || BESIDE.has(word);
}

/** A word for jobs, training, health or care; `word` is folded. */
export function isOfTheField(word: string): boolean {
  return FIELD.test(word);
}

/** How much a word of a question counts: small words and question words are weighed down rather than thrown out. */
export function weightOf(word: string): number {
  if (isIn(QUESTION_WORDS, word)) return 0.5;
  if (isIn(FRAME_WORDS, word)) return 0.35;
  return isFunctionWord(word) ? 0.2 : 1;
}
