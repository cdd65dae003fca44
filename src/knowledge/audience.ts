import type { Audience, Item, ItemId, ProgressUpdate } from '../domain/model.ts';
import type { Pack } from './pack.ts';

/** Whether something meant for `of` may be told where `cleared` is cleared. */
export function mayTell(of: Audience, cleared: Audience): boolean {
  return of === 'public' || cleared === 'staff';
}

/** What of the packs may be told to an audience: what hangs on something withheld is withheld with it. */
export function packsFor(packs: readonly Pack[], cleared: Audience): readonly Pack[] {
  return packs.filter((pack) => mayTell(pack.plan.audience, cleared)).map((pack) => packFor(pack, cleared));
}

function packFor(pack: Pack, cleared: Audience): Pack {
  const items = itemsFor(pack.items, cleared);
  const subjects = new Set<string>([
    pack.plan.id,
    ...pack.plan.themes.map((theme) => theme.id),
    ...items.map((item) => item.id),
  ]);
  const mayBeTold = (update: ProgressUpdate) =>
    mayTell(update.audience, cleared) && subjects.has(update.subject);
  return {
    plan: pack.plan,
    items,
    facts: pack.facts.filter((fact) => mayTell(fact.audience, cleared)),
    updates: pack.updates.filter(mayBeTold),
    ...(pack.vocabulary && { vocabulary: pack.vocabulary }),
  };
}

/** A child of a withheld item is withheld, however far down and in whatever order the pack lists them. */
function itemsFor(items: readonly Item[], cleared: Audience): readonly Item[] {
  const byId = new Map<ItemId, Item>(items.map((item) => [item.id, item]));
  const mayBeTold = (item: Item): boolean => {
    for (let at: Item | undefined = item, steps = 0; at && steps <= items.length; steps += 1) {
      if (!mayTell(at.audience, cleared)) return false;
      if (at.parent === undefined) return true;
      at = byId.get(at.parent);
    }
    return false;
  };
  return items.filter(mayBeTold);
}
