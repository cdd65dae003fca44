import type { Memory } from '../domain/conversation.ts';
import type { Aspect, Intent, Query } from '../domain/intent.ts';
import type { ItemId, ThemeId } from '../domain/model.ts';
import { unmutated } from '../language/fold.ts';
import { aspectOf } from './aspects.ts';
import { filterOf } from './filters.ts';
import { pointedAt } from './items-asked.ts';
import { orderNamed } from './lists.ts';
import { query, type Recogniser } from './recogniser.ts';
import { has, wordsLeft, type Reading } from './reading.ts';
import { narrows } from './scopes.ts';
import { CARDINALS, ORDINALS } from './words.dates.ts';

/** "more", "the next one", "the second one", "yr ail": steps through what was shown. */
export const stepping: Recogniser = (reading) => {
  const { memory, library } = reading.hearing;
  const bare =
    wordsLeft(reading, [...ordinalPlaces(reading), ...placesOfStep(reading), ...otherPlaces(reading)]) ===
      '' &&
    reading.references.length === 0 &&
    reading.plans.length === 0;
  // "Worst first" sorts, and takes nothing from the list.
  if (!bare || reading.words.length > 9 || orderNamed(reading) !== undefined) return undefined;
  const nth = ordinalOf(reading);
  const theme = nth === undefined ? undefined : themeAt(reading, nth);
  if (theme !== undefined) return query(ofTheme(theme, aspectOf(reading)));
  if (
    nth !== undefined &&
    (isPlaceInList(reading) || reading.words.length <= (has(reading, 'follow-on') ? 3 : 2))
  ) {
    const id = listAtHand(memory).at(nth === -1 ? -1 : nth - 1);
    return known(id === undefined || !library.item(id) ? [] : [id], reading);
  }
  const other = otherOf(reading);
  if (other !== undefined) return known([other], reading);
  if (has(reading, 'back')) return backFrom(reading);
  if (has(reading, 'next') && !has(reading, 'digest', 'due', 'when'))
    return known(neighbour(reading, 1), reading);
  if (has(reading, 'previous') && !has(reading, 'digest')) return known(neighbour(reading, -1), reading);
  if (has(reading, 'detail')) return aboutFocus(reading);
  if (!has(reading, 'more') || has(reading, 'plans') || reading.words.length > 6) return undefined;
  // "show all completed items" asks for a list of its own.
  return narrows(filterOf(reading, []).filter) ? undefined : query({ kind: 'more' });
};

function placesOfStep({ heard }: Reading): readonly number[] {
  return heard.flatMap(({ concept, at }) => (concept === 'previous' ? at : []));
}
function ordinalPlaces(reading: Reading): readonly number[] {
  return reading.words.flatMap((word, at) =>
    ['last', 'olaf'].includes(word) || ordinalIn(word) ? [at] : [],
  );
}
/** "the other one", "y llall", of two that were shown: the one that is not in mind, else the second. */
function otherOf(reading: Reading): ItemId | undefined {
  const { memory } = reading.hearing;
  const pair = amongOf(memory.list?.intent) ?? listAtHand(memory);
  if (pair.length !== 2 || otherPlaces(reading).length === 0) return undefined;
  return pair.find((id) => id !== memory.items[0]);
}
/** The items that one was picked from: "which of them is late". */
function amongOf(intent: Intent | undefined): readonly ItemId[] | undefined {
  return intent && 'scope' in intent ? intent.scope.filter.among : undefined;
}
function otherPlaces(reading: Reading): readonly number[] {
  if (!has(reading, 'ordinal-one') && !reading.words.includes('llall')) return [];
  return reading.words.flatMap((word, at) => (OTHER.has(word) ? [at] : []));
}
const OTHER = new Set(['other', 'arall', 'llall']);

function known(items: readonly ItemId[], reading: Reading): Query {
  if (items.length === 0) return query({ kind: 'unclear', why: 'nothing-to-point-at' });
  const aspect = aspectOf(reading) ?? 'overview';
  const who = aspect === 'overview' && has(reading, 'who');
  return query({ kind: 'known-items', items, aspect: who ? 'lead' : aspect });
}

/** "tell me more": the item in mind whole, else more of the list. */
function aboutFocus(reading: Reading): Query | undefined {
  const { memory } = reading.hearing;
  const items = pointedAt(reading);
  if (memory.items.length === 1 || (items.length > 0 && has(reading, 'it')))
    return query({ kind: 'known-items', items, aspect: 'overview' });
  if (memory.items.length > 1) return query({ kind: 'more' });
  if (memory.plan !== undefined) return query({ kind: 'plan', plan: memory.plan });
  return query({ kind: 'unclear', why: 'nothing-to-point-at' });
}

/** 1 for the first; -1 for the last. */
function ordinalOf(reading: Reading): number | undefined {
  for (const word of reading.words) {
    const form = [word, ...unmutated(word)].find((one) => Object.hasOwn(ORDINALS, one));
    if (form !== undefined) return ORDINALS[form];
    if (word === 'last' || word === 'olaf') return -1;
  }
  const number = /^(?:number|rhif)$/u.test(reading.words.at(-2) ?? '') ? reading.words.at(-1) : undefined;
  return number !== undefined && Object.hasOwn(CARDINALS, number) ? CARDINALS[number] : undefined;
}
function isPlaceInList(reading: Reading): boolean {
  const asked = has(reading, 'ordinal-one', 'item', 'it') || standsAlone(reading);
  return asked && !has(reading, 'digest');
}
/** "who leads the first", "be sy’n dal y cynta’n ôl": nothing is named that it would be the first of. */
function standsAlone({ words }: Reading): boolean {
  return words.some((word, at) => {
    const next = words[at + 2];
    return THE.has(word) && (next === undefined || (AFTER.has(next) && ordinalIn(words[at + 1] ?? '')));
  });
}
const THE = new Set(['the', 'y', 'yr']);
const AFTER = new Set(['yn', 'up', 'late', 'back', 'overdue', 'behind']);
function ordinalIn(word: string): boolean {
  return [word, ...unmutated(word)].some((form) => Object.hasOwn(ORDINALS, form));
}

/** The items of the answer, or of the list that its one item came from. */
function listAtHand({ items, list }: Memory): readonly ItemId[] {
  const [focus, ...others] = items;
  return focus !== undefined && others.length === 0 && list?.items.includes(focus) ? list.items : items;
}

/** "what is in the second?", "the third pillar": of the themes just told, or of those that the last list was one of. */
function themeAt(reading: Reading, nth: number): ThemeId | undefined {
  const { memory, library } = reading.hearing;
  const { last } = memory;
  const told = last?.kind === 'themes';
  const within = last?.kind === 'list' && last.scope.filter.themes !== undefined;
  const named = has(reading, 'theme') || (within && reading.words.some((word) => WITHIN.has(word)));
  if (!told && !named) return undefined;
  const asked = last && 'scope' in last ? last.scope : undefined;
  const [beside] = asked?.filter.themes ?? [];
  const plans = told || !beside ? (asked?.plans ?? []) : [library.theme(beside)?.plan ?? ''];
  const [plan, ...others] = plans.length > 0 || memory.plan === undefined ? plans : [memory.plan];
  const themes = library.plans.find(({ id }) => id === plan)?.themes;
  return others.length === 0 ? themes?.at(nth === -1 ? -1 : nth - 1)?.id : undefined;
}
const WITHIN = new Set(['in', 'within', 'inside', 'yn', 'ym', 'mewn']);

function ofTheme(theme: ThemeId, aspect: Aspect | undefined): Parameters<typeof query>[0] {
  const scope = { plans: [], filter: { themes: [theme] } };
  if (aspect === 'status' || aspect === 'reason') return { kind: 'status', scope, aspect };
  return { kind: 'list', scope, words: '', order: 'document', aspect: 'overview' };
}

/** "back to the list", and "back" from one of its items: the list again; else the item before. */
function backFrom(reading: Reading): Query {
  const { memory } = reading.hearing;
  const { list, items } = memory;
  const fromIt = items.length !== 1 || listAtHand(memory) !== items;
  if (list && (fromIt || reading.words.length > 2)) return query(list.intent);
  return known(neighbour(reading, -1), reading);
}

/** The item after or before the one in mind: in the list shown, else in its plan. */
function neighbour(reading: Reading, step: 1 | -1): readonly ItemId[] {
  const { memory, library } = reading.hearing;
  const [focus] = memory.items;
  const item = focus === undefined ? undefined : library.item(focus);
  if (!item) return [];
  if (memory.items.length > 1) return step === 1 ? memory.items.slice(1, 2) : [];
  const list = listAtHand(memory);
  if (list !== memory.items) return list.filter((_, at) => at === list.indexOf(item.id) + step);
  const siblings = library
    .itemsOf(item.plan)
    .filter((one) => one.kind === item.kind && one.parent === item.parent);
  const next = siblings[siblings.findIndex((one) => one.id === item.id) + step];
  return next ? [next.id] : [];
}
