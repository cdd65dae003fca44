import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { toInstant, type Instant, type IsoDate } from '../domain/dates.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/** The machine's clock, or one whose day is the one given and whose time of day goes on. */
export function clockFor(zone: string, day?: IsoDate): Clock & { stop(): void } {
  const calendar = calendarIn(zone);
  const shift = day === undefined ? 0 : Date.parse(day) - Date.parse(calendar());
  const waiting = new Set<() => void>();
  let stopping = false;
  return {
    now: (): Instant => toInstant(new Date(Date.now() + shift)),
    today: () => day ?? calendar(),
    wait: (seconds) =>
      new Promise((resolve) => {
        if (stopping) return resolve('stopping');
        const stop = (): void => {
          clearTimeout(timer);
          resolve('stopping');
        };
        const timer = setTimeout(() => {
          waiting.delete(stop);
          resolve('passed');
        }, seconds * 1000);
        waiting.add(stop);
      }),
    stop: () => {
      stopping = true;
      for (const stop of waiting) stop();
    },
  };
}

const MINUTE_MS = 60_000;

/** Today's date in a zone, worked out once a minute: every message asks for it. */
function calendarIn(zone: string): () => IsoDate {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  let known: { readonly minute: number; readonly today: IsoDate } | undefined;
  return () => {
    const now = Date.now();
    const minute = Math.floor(now / MINUTE_MS);
    if (known?.minute !== minute) known = { minute, today: format.format(now) as IsoDate };
    return known.today;
  };
}

/** The source of randomness. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** The folder of package.json: wherever in the package this file lies, built or not. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** JSON lines on standard error, so that a terminal chat and piped answers stay clean. */
export async function createLog(level: string): Promise<Log> {
  const { pino, destination } = await import('pino');
  const lines = pino({ level, base: null }, destination({ fd: 2, sync: true }));
  return {
    info: (event, fields) => lines.info(fields ?? {}, event),
    warn: (event, fields) => lines.warn(fields ?? {}, event),
    error: (event, fields) => lines.error(fields ?? {}, event),
  };
}
