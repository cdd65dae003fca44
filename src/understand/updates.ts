import { STANDING_CONCEPTS, type Concept } from './concepts.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, type Reading } from './reading.ts';

const COMMANDS = new Set(
  `mark set update record change amend edit log move flag put tick close sign register
  nodwch noda nodi marciwch marcia marcio gosodwch gosoda gosod diweddarwch diweddara diweddaru newidiwch newidia newid
  cofnodwch cofnoda cofnodi symudwch symud golygwch golygu
  rhowch rho rhoi caewch caea cau ticiwch ticia ticio`.split(/\s+/u),
);
const WELSH_RADICALS: Readonly<Record<string, string>> = {
  ddiweddaru: 'diweddaru',
  osod: 'gosod',
  gofnodi: 'cofnodi',
  farcio: 'marcio',
  gau: 'cau',
  dicio: 'ticio',
  symuda: 'symud',
  olygu: 'golygu',
};
/** What may stand before the command without making it a question. */
const BEFORE = new Set(
  `please pls can could would will you i we want to like need wish id let us me may and then also just
  plis allwch allech chi fedrwch gallwch alli fedri di wnewch wnei rwyf rwy dw dwi i eisiau isio hoffwn hoffem am ni ga gaf gawn a`.split(
    /\s+/u,
  ),
);
/** What after a command makes it something else: "update me on", "record of", "changes in". */
const NOT_AFTER = new Set(
  `me us ni fi on of in since about from am ar ers o yn language iaith`.split(/\s+/u),
);

/** Commands that record something only of an item: "close 2.2", not "close to done"; "put 2.2 down as started". */
const OF_ITEMS = new Set(
  'put tick close sign register rhowch rho rhoi caewch caea cau ticiwch ticia ticio'.split(' '),
);
/** Without a standing these are whole: "tick off 2.2", "caewch 2.2". */
const WHOLE = new Set('tick close sign caewch caea cau ticiwch ticia ticio'.split(' '));

/** "mark 2.2 as completed", "nodwch fod 2.2 wedi'i gwblhau": a wish to record progress; "how do I …" asks for help. */
export const updating: Recogniser = (reading) => {
  const at = commandAt(reading);
  if (at === undefined || has(reading, 'digest', 'default', 'in-welsh', 'in-english')) return undefined;
  if (NOT_AFTER.has(reading.words[at + 1] ?? '') || has(reading, 'out-of-scope')) return undefined;
  const named = isOfAnItem(reading, at);
  if (has(reading, 'how') && (named || has(reading, 'status'))) return query({ kind: 'help' });
  return isCommand(reading, at) && named ? query({ kind: 'update' }) : undefined;
};

/** Nothing before it makes it a question; what asks to set instructions aside goes before a command too. */
function isCommand({ words }: Reading, at: number): boolean {
  const before = words.slice(0, at);
  return before.every((word) => BEFORE.has(word)) || before.some((word) => SETTING_ASIDE.test(word));
}
const SETTING_ASIDE = /^(?:ignor\w*|disregard\w*|forget|override|pretend|anwybydd\w*|anghofi\w*|esgus\w*)$/u;

function isOfAnItem(reading: Reading, at: number): boolean {
  const word = reading.words[at] ?? '';
  const command = WELSH_RADICALS[word] ?? word;
  if (OF_ITEMS.has(command)) {
    return reading.references.length > 0 && (WHOLE.has(command) || isGivenAStanding(reading, at));
  }
  return (
    reading.references.length > 0 ||
    has(reading, 'action', 'recommendation', 'call', 'item') ||
    /^\d/u.test(reading.words[at + 1] ?? '') ||
    isGivenAStanding(reading, at) ||
    isSaidToBe(reading, at)
  );
}

/** "mark the hub as completed", "gosodwch yr hwb fel coch". */
function isGivenAStanding({ heard, words }: Reading, at: number): boolean {
  return heard.some(({ concept, at: places }) => {
    const [first = 0] = places;
    return first > at && GIVEN.has(words[first - 1] ?? '') && STANDINGS.has(concept);
  });
}
/** "mark it completed", "nodwch ei fod wedi'i gwblhau". */
function isSaidToBe({ heard, words }: Reading, at: number): boolean {
  const pointed = PRONOUNS.has(words[at + 1] ?? '');
  return pointed && heard.some(({ concept, at: [first = 0] }) => first > at && STANDINGS.has(concept));
}
const PRONOUNS = new Set('it this that them ei eu hwn hwnna fo fe e o hi nhw'.split(' '));
const GIVEN = new Set(['as', 'to', 'fel', 'i', 'yn']);
const STANDINGS: ReadonlySet<Concept> = new Set<Concept>(STANDING_CONCEPTS);

function commandAt({ words }: Reading): number | undefined {
  const at = words.slice(0, MOST_BEFORE).findIndex((word) => COMMANDS.has(WELSH_RADICALS[word] ?? word));
  return at < 0 ? undefined : at;
}
const MOST_BEFORE = 8;
