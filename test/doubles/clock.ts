import { addSeconds, type Instant, type IsoDate } from '../../src/domain/dates.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until told; a wait moves it on and lets other work run first. */
export function fakeClock(start: string): Clock & { set(moment: string): void; stop(): void } {
  let now = start as Instant;
  let stopping = false;
  return {
    now: () => now,
    today: () => now.slice(0, 10) as IsoDate,
    wait: async (seconds) => {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      if (stopping) return 'stopping';
      now = addSeconds(now, seconds);
      return 'passed';
    },
    set: (moment) => {
      now = moment as Instant;
    },
    stop: () => {
      stopping = true;
    },
  };
}
