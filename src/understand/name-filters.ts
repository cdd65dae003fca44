import type { PlanId } from '../domain/model.ts';
import type { ItemFilter } from '../domain/scope.ts';
import { isFunctionWord } from '../search/stop-words.ts';
import type { Heard } from './concepts.ts';
import { isAskedOf } from './plain-words.ts';
import { has, placesIn, type Reading } from './reading.ts';

/** A filter, and the places of the question that it explains. */
export interface ReadFilter {
  readonly filter: ItemFilter;
  readonly at: readonly number[];
}
/** Whether a place of the question belongs to the part that is read. */
export type Within = (at: number) => boolean;

/** Themes, leads and addressees by name. */
export function namePart(
  reading: Reading,
  within: Within,
  plans: readonly PlanId[],
  excepted: boolean,
): ReadFilter {
  const inside = reading.tokens.filter((_, at) => within(at));
  const start = inside[0]?.start ?? 0;
  const text = reading.text.slice(start, inside.at(-1)?.end ?? 0);
  const themes = themesIn(reading, text, start, plans, excepted);
  const people = peopleIn(reading, text, start, themes.at);
  const whole = themes.at.length > 0 ? peopleIn(reading, text, start, []) : people;
  // "Chief Keeper" is that lead, though "Keepers" is a theme.
  if (whole.at.length > themes.at.length && themes.at.every((at) => whole.at.includes(at))) return whole;
  return { filter: { ...themes.filter, ...people.filter }, at: [...themes.at, ...people.at] };
}

/** Whole titles; part of one where a word for "theme" stands there, or where it is what is to be left out. */
function themesIn(
  reading: Reading,
  text: string,
  start: number,
  plans: readonly PlanId[],
  excepted: boolean,
): ReadFilter {
  const { library } = reading.hearing;
  const byNumber = themeNumbers(reading, plans);
  if (byNumber.at.length > 0) return byNumber;
  const partly = has(reading, 'theme') || excepted;
  const found = reading.lexicon.themes
    .find(text, { least: partly ? 0.2 : 0.8, most: 8 })
    .filter((match) => plans.length === 0 || plans.includes(library.theme(match.id)?.plan ?? ('' as PlanId)))
    .map((match) => ({ ...match, at: placesIn(reading, match.start + start, match.end + start) }))
    .filter(({ at }) => !reading.plans.some((plan) => at.some((place) => plan.at.includes(place))))
    .filter(
      (match) =>
        (match.whole &&
          (match.at.length > 1 || (isOfOnePlan(reading, plans) && !isConceptOnly(reading, match.at)))) ||
        (partly && match.distinct),
    );
  const best = Math.max(0, ...found.map(({ score }) => score));
  const kept = found.filter(({ score }) => score >= best - 0.15);
  if (kept.length === 0) return { filter: {}, at: [] };
  return { filter: { themes: kept.map(({ id }) => id) }, at: kept.flatMap(({ at }) => at) };
}
/** A one-word title ("Recruitment") is a topic of every plan unless one plan is meant. */
function isOfOnePlan(reading: Reading, plans: readonly PlanId[]): boolean {
  return plans.length === 1 || reading.hearing.library.plans.length === 1 || has(reading, 'theme');
}
/** A one-word title that is an everyday word here ("Plan") counts only beside a word for "theme". */
function isConceptOnly(reading: Reading, at: readonly number[]): boolean {
  return (
    !has(reading, 'theme') && reading.heard.some((heard) => heard.at.some((place) => at.includes(place)))
  );
}

/** "theme 2", "pillar 3", "thema 4". */
function themeNumbers(reading: Reading, plans: readonly PlanId[]): ReadFilter {
  const heard = reading.heard.filter(({ concept }) => concept === 'theme');
  const refs = heard.flatMap(({ at }) =>
    [(at.at(-1) ?? 0) + 1].filter((next) => /^\d{1,2}$/u.test(reading.words[next] ?? '')),
  );
  const wanted = new Set(refs.map((at) => reading.words[at]));
  const held = reading.hearing.library.plans.filter(({ id }) => plans.length === 0 || plans.includes(id));
  const themes = held.flatMap((plan) => plan.themes.filter(({ ref }) => wanted.has(ref)).map(({ id }) => id));
  return themes.length > 0 ? { filter: { themes }, at: refs } : { filter: {}, at: [] };
}

const NAME_ENOUGH = 0.72;
/** One word alone, with no word for leading beside it, is a name only as it is spelt. */
const EXACT = 0.95;
function peopleIn(reading: Reading, text: string, start: number, taken: readonly number[]): ReadFilter {
  const lead = reading.heard.find(
    (one) => (one.concept === 'led-by' || one.concept === 'lead') && !isOfPlan(reading, one),
  );
  const addressed = has(reading, 'addressed-to', 'addressee');
  const planPlaces = reading.plans.flatMap((plan) => plan.at);
  // "the Board of the Demo Trust" is a body whose name has the plan's own in it.
  const isFree = (at: readonly number[], whole: boolean) =>
    !at.some((place) => taken.includes(place)) &&
    at.some((place) => !planPlaces.includes(place) && !isFunctionWord(reading.words[place] ?? '')) &&
    (whole || !at.some((place) => planPlaces.includes(place)));
  const finder = (which: 'leads' | 'addressees', loose: boolean) =>
    reading.lexicon[which]
      .find(text, { least: loose ? 0.3 : NAME_ENOUGH, most: 4 })
      .filter(({ whole, distinct, score }) => whole || (loose && (distinct || score > 0.6)))
      .map((match) => ({ ...match, at: placesIn(reading, match.start + start, match.end + start) }))
      .filter((match) => isFree(match.at, match.whole) && !isEveryday(reading, match.at))
      .filter((match) => loose || match.at.length > 1 || match.score >= EXACT)
      .filter((match) => match.whole || !isMostlyOther(reading, lead, match.at));
  // "who leads care apprenticeships" asks for the name: what stands there is what is led.
  const partly =
    lead !== undefined && !(lead.concept === 'lead' && has(reading, 'who', 'lead') && isWhoAsked(reading));
  const leads = addressed ? [] : finder('leads', partly);
  // Named by the way ("careers in schools") a body is a topic: it is asked after only where something is for it.
  const meant = addressed || hasForWord(reading) || reading.words.some(isAskedOf);
  const addressees = leads.length > 0 || !meant ? [] : finder('addressees', true);
  if (leads.length > 0) return chosen('leads', leads);
  if (addressees.length > 0) return chosen('addressees', addressees);
  return lead?.concept === 'led-by' ? unknownLead(reading, lead) : { filter: {}, at: [] };
}
/** "sydd gan gynllun X", "belonging to the X plan": what the plan has, not whom it is led by. */
function isOfPlan(reading: Reading, { concept, at }: Heard): boolean {
  if (concept !== 'led-by') return false;
  let next = (at.at(-1) ?? 0) + 1;
  while (BEFORE_PLANS.has(reading.words[next] ?? '')) next += 1;
  return reading.plans.some((plan) => plan.at.includes(next));
}
const BEFORE_PLANS = new Set(['the', 'y', 'yr', 'our', 'ein', 'plan', 'cynllun', 'gynllun', 'chynllun']);
/** "led by Health Education and Improvement Wales" is not Occupational Health: most of the name is another's. */
function isMostlyOther(reading: Reading, lead: Heard | undefined, at: readonly number[]): boolean {
  if (lead?.concept !== 'led-by') return false;
  const from = (lead.at.at(-1) ?? 0) + 1;
  const isHeard = (place: number) =>
    reading.heard.some((one) => one.at.includes(place)) && !isFunctionWord(reading.words[place] ?? '');
  const end = reading.words.findIndex((_, place) => place >= from && isHeard(place));
  const named = reading.words
    .map((word, place) => ({ word, place }))
    .slice(from, end < 0 ? undefined : end)
    .filter(
      ({ word, place }) => !isFunctionWord(word) && !reading.plans.some((plan) => plan.at.includes(place)),
    );
  return named.filter(({ place }) => at.includes(place)).length * 2 <= named.length;
}
/** One everyday word is nobody's initials: "how" is no Head of Workforce, "hold" no misspelt one. */
function isEveryday(reading: Reading, at: readonly number[]): boolean {
  const written = new Set(at.map((place) => reading.tokens[place]?.start));
  return written.size === 1 && reading.heard.some(({ at: said }) => at.some((place) => said.includes(place)));
}
function hasForWord(reading: Reading): boolean {
  const { heard, words } = reading;
  // "everything for the board", not "anything planned for staff".
  const straight = heard.some(
    ({ concept, at }) =>
      (concept === 'everything' || concept === 'item') && FOR.has(words[(at.at(-1) ?? 0) + 1] ?? ''),
  );
  return (
    straight || (words.some((word) => FOR.has(word)) && has(reading, 'action', 'recommendation', 'call'))
  );
}
const FOR = new Set(['for', 'to', 'at', 'i', 'gyfer']);
function isWhoAsked({ words }: Reading): boolean {
  return words.some((word) => WHO.has(word));
}
const WHO = new Set(['who', 'whos', "who's", 'whose', 'pwy', 'bwy', 'phwy']);
function chosen(
  which: 'leads' | 'addressees',
  found: readonly { id: string; score: number; whole: boolean; at: readonly number[] }[],
): ReadFilter {
  const best = Math.max(...found.map(({ score }) => score));
  const kept = found.filter(
    ({ score, whole, at }) =>
      !found.some((o) => isSurer(o, { score, whole }, best) && o.at.some((p) => at.includes(p))),
  );
  return { filter: { [which]: [...new Set(kept.map(({ id }) => id))] }, at: kept.flatMap(({ at }) => at) };
}
/** Of names that share words the surer is meant; those as good as each other are all meant. */
function isSurer(
  one: { readonly score: number; readonly whole: boolean },
  other: { readonly score: number; readonly whole: boolean },
  best: number,
): boolean {
  if (one.whole && !other.whole) return true;
  return one.score > other.score && other.score < best - AS_GOOD;
}
const AS_GOOD = 0.1;

/** "led by the Post Office" where nobody of that name leads: the name as typed, which no item fulfils. */
function unknownLead(reading: Reading, lead: Heard): ReadFilter {
  const by = reading.words[lead.at.at(-1) ?? 0];
  if (by !== 'by' && by !== 'gan') return { filter: {}, at: [] };
  const from = (lead.at.at(-1) ?? 0) + 1;
  const at = reading.words.flatMap((_, place) =>
    place >= from && !reading.heard.some((h) => h.concept !== 'it' && h.at.includes(place)) ? [place] : [],
  );
  const [first, last] = [reading.tokens[at[0] ?? -1], reading.tokens[at.at(-1) ?? -1]];
  if (!first || !last || reading.plans.some((plan) => plan.at.some((place) => at.includes(place))))
    return { filter: {}, at: [] };
  return { filter: { leads: [reading.text.slice(first.start, last.end)] }, at };
}
