import type { IsoDate } from '../domain/dates.ts';
import type { Item, ItemId, Source } from '../domain/model.ts';
import { statusOf, type StatusReport } from '../domain/status.ts';
import type { Known } from './setting.ts';

type Updates = Pick<Known, 'updatesOf'>;
interface Day {
  readonly today: IsoDate;
  readonly reports: Map<ItemId, StatusReport>;
}

// What is known never changes once it is loaded, so an item's status of a day is worked out once; of the last day asked
// for only, which bounds the memory by the number of items.
const days = new WeakMap<Updates, Day>();

/** The item's status on the day, from all that is known of it. */
export function reportOn(known: Updates, item: Item, today: IsoDate): StatusReport {
  let day = days.get(known);
  if (day?.today !== today) days.set(known, (day = { today, reports: new Map() }));
  const held = day.reports.get(item.id);
  if (held) return held;
  const report = statusOf(item, known.updatesOf(item.id), today);
  day.reports.set(item.id, report);
  return report;
}

/** Sources of a whole: each address once, and without a locator where several places of it were read. */
export function sourcesTogether(sources: readonly Source[]): readonly Source[] {
  const byAddress = new Map<string, Source>();
  for (const source of sources) {
    const address = source.url ?? `${source.document.en ?? source.document.cy}, ${source.locator ?? ''}`;
    const held = byAddress.get(address);
    if (!held) byAddress.set(address, source);
    else if (source.url !== undefined && held.locator !== source.locator)
      byAddress.set(address, withoutLocator(held));
  }
  return [...byAddress.values()];
}

function withoutLocator(source: Source): Source {
  const { locator: _, ...rest } = source;
  return rest;
}
