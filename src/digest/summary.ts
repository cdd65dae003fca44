import type { Known } from '../compose/setting.ts';
import { addDays, compareDates, lastDay, type DateWindow, type IsoDate } from '../domain/dates.ts';
import { fulfils, type Scope } from '../domain/scope.ts';
import { changesOf, isAtRisk, isClosed, statusOf } from '../domain/status.ts';
import type { DigestSummary, ItemStatus } from '../domain/summary.ts';

const DUE_SOON_DAYS = 28;

/** What there is to tell about the scope for the days of the window; `window.to` is today. */
export function summaryOf(known: Known, scope: Scope, window: DateWindow): DigestSummary {
  const today = window.to;
  const plans = known.plans.filter(({ id }) => scope.plans.length === 0 || scope.plans.includes(id));
  const standings = plans
    .flatMap(({ id }) => known.itemsOf(id))
    .map((item) => ({ item, status: statusOf(item, known.updatesOf(item.id), today) }))
    .filter(({ item, status }) => fulfils(item, status, scope.filter));
  const moves = standings.flatMap(({ item }) =>
    changesOf(item, known.updatesOf(item.id), window.from, window.to),
  );
  moves.sort((a, b) => compareDates(a.to.asAt, b.to.asAt));
  const oldest = oldestOf(standings);
  return {
    plans,
    window,
    changes: moves.filter(({ to }) => to.standing.stage !== 'completed'),
    completed: moves.filter(({ to }) => to.standing.stage === 'completed'),
    atRisk: standings.filter(({ status }) => isAtRisk(status)),
    overdue: byDue(standings.filter(({ status }) => status.overdue)),
    dueSoon: byDue(standings.filter((standing) => isDueSoon(standing, today))),
    ...(oldest && { oldest }),
    withoutStatus: standings.filter(({ item, status }) => !item.parent && !status.known).length,
    coverage: plans.map((plan) => ({ plan, rows: known.coverageOf(plan.id) })),
  };
}

function isDueSoon({ item, status }: ItemStatus, today: IsoDate): boolean {
  if (item.due === undefined || (status.known && isClosed(status.latest.standing))) return false;
  const due = lastDay(item.due);
  return due >= today && due <= addDays(today, DUE_SOON_DAYS);
}

function byDue(standings: ItemStatus[]): readonly ItemStatus[] {
  return standings.sort((a, b) => (a.item.due && b.item.due ? compareDates(a.item.due, b.item.due) : 0));
}

function oldestOf(standings: readonly ItemStatus[]): DigestSummary['oldest'] {
  let oldest: DigestSummary['oldest'];
  for (const { item, status } of standings) {
    if (!status.known || isClosed(status.latest.standing)) continue;
    if (!oldest || status.ageDays > oldest.ageDays) {
      oldest = { item, update: status.latest, ageDays: status.ageDays };
    }
  }
  return oldest;
}
