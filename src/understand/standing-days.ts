import { addDays, type IsoDate } from '../domain/dates.ts';
import type { ItemFilter } from '../domain/scope.ts';
import type { FoundDate } from './dates.ts';
import { datesOf } from './filters.ts';
import { has, type Reading } from './reading.ts';

/** The day as at which standings are asked for, and the places of the words that name it. */
export interface StandingDay {
  readonly day: IsoDate;
  readonly at: readonly number[];
}

/** Words of what came about, rather than of how things were. */
const BECOMING = new Set(
  'went gone go goes became become becomes becoming turned turn moved slipped slip fell fallen newly got aeth mynd daeth dod troi trodd llithrodd syrthiodd'.split(
    ' ',
  ),
);
const TO_COME = new Set(
  'will shall should supposed expected meant fydd bydd fyddant byddant fod dylai ddylai disgwyl'.split(' '),
);
const HAD = new Set(['oedd', 'roedd', 'oeddent', 'roeddent', 'oeddan', 'had']);
const ENDS = new Set(['end', 'diwedd', 'ddiwedd', 'start', 'beginning', 'dechrau', 'ddechrau']);

/** "at risk on 31 March 2026", "completed by June": standings as at a day that is past. Undefined where none is meant. */
export function standingDay(reading: Reading, filter: ItemFilter): StandingDay | undefined {
  const counted = filter.overdue !== undefined && has(reading, 'how-many');
  if (!asksStanding(filter) && !counted) return undefined;
  if (filter.due || filter.updatedSince || filter.notUpdatedSince || has(reading, 'due', 'digest', 'history'))
    return undefined;
  const [date, ...others] = datesOf(reading, 'back');
  if (!date || others.length > 0 || reading.references.length > 0) return undefined;
  const day = dayOf(reading, date);
  if (day === undefined || cameAbout(reading, filter, date)) return undefined;
  return { day, at: date.at };
}

function dayOf({ hearing, words }: Reading, { relation, window }: FoundDate): IsoDate | undefined {
  if (relation === 'since' || relation === 'after' || words.some((word) => TO_COME.has(word)))
    return undefined;
  const day = relation === 'before' ? addDays(window.from, -1) : window.to;
  return day < hearing.today ? day : undefined;
}

/** A standing among what the items must be or must not be. */
export function asksStanding({ standings, except }: ItemFilter): boolean {
  return standings !== undefined || except?.standings !== undefined;
}

/**
 * "completed in June" came about within it; "completed by June", "had been completed in June" and any standing that
 * lasts tell how things were.
 */
function cameAbout(reading: Reading, { standings }: ItemFilter, date: FoundDate): boolean {
  const { words } = reading;
  if (words.some((word) => BECOMING.has(word)) || has(reading, 'changes')) return true;
  const ended = standings?.every((test) => 'stage' in test && ENDED.has(test.stage)) ?? false;
  if (!ended || date.relation === 'by' || has(reading, 'as-at')) return false;
  const edge = date.at.some((place) => ENDS.has(words[place] ?? ''));
  return !edge && !words.some((word) => HAD.has(word)) && !has(reading, 'how-many');
}
const ENDED: ReadonlySet<string> = new Set(['completed', 'cancelled', 'on_hold']);
