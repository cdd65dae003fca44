import { Cron } from 'croner';
import { addDays, NO_END, toInstant, type Instant, type IsoDate } from '../domain/dates.ts';
import { WEEKDAYS, type Schedule } from '../domain/schedule.ts';
import { remembering } from '../language/remembering.ts';

const DEFAULT_TIME = '09:00';

/** The schedule with what was not said put in: Mondays at nine, in the zone of the configuration. */
export function completeSchedule(wish: Partial<Schedule>, zone: string): Schedule {
  const days = wish.days?.length ? WEEKDAYS.filter((day) => wish.days?.includes(day)) : (['mon'] as const);
  return { days, time: wish.time ?? DEFAULT_TIME, zone: wish.zone ?? zone };
}

/**
 * The latest scheduled moment at or before `now`, in `schedule.zone`; undefined where there is none. On the night clocks
 * go back a repeated local time yields its first occurrence; a skipped one yields the moment after the gap.
 */
export function latestSlot(schedule: Schedule, now: Instant): Instant | undefined {
  const justAfter = new Date(Date.parse(now) + 1000);
  const [latest] = cronOf(schedule).previousRuns(1, justAfter);
  return latest && toInstant(latest);
}

/** The first scheduled moment after `now`. */
export function nextSlot(schedule: Schedule, now: Instant): Instant | undefined {
  const next = cronOf(schedule).nextRun(new Date(now));
  return next ? toInstant(next) : undefined;
}

/** The first slot that is sent: after `now`, and not before the day a pause ends. */
export function nextSending(
  schedule: Schedule,
  now: Instant,
  pausedUntil: IsoDate | undefined,
): Instant | undefined {
  if (pausedUntil === undefined || dayIn(schedule.zone, now) >= pausedUntil) return nextSlot(schedule, now);
  if (pausedUntil === NO_END) return undefined;
  const dayBefore = toInstant(new Date(`${addDays(pausedUntil, -2)}T00:00:00Z`));
  let slot = nextSlot(schedule, dayBefore);
  while (slot !== undefined && dayIn(schedule.zone, slot) < pausedUntil) slot = nextSlot(schedule, slot);
  return slot;
}

/** The calendar day of a moment in a zone. */
export function dayIn(zone: string, moment: Instant): IsoDate {
  return calendarOf(zone).format(new Date(moment)) as IsoDate;
}
/** Swedish writes a date as ISO does. */
const calendarOf = remembering((zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }));

function cronOf({ days, time, zone }: Schedule): Cron {
  const [hour, minute] = time.split(':').map(Number);
  return cronsIn(zone)(`${minute} ${hour} * * ${days.join(',')}`);
}
/** Many digests share few schedules, and reading one costs more than asking it. */
const cronsIn = remembering((zone) =>
  remembering((pattern) => new Cron(pattern, { timezone: zone, paused: true })),
);
