import { createHash } from 'node:crypto';

import {
  ITEM_KINDS,
  type Audience,
  type Item,
  type ItemKind,
  type Plan,
  type PlanId,
  type ProgressUpdate,
  type Subject,
} from '../domain/model.ts';
import { oldestFirst } from '../domain/status.ts';
import { packsFor } from './audience.ts';
import type { Coverage, Library } from './library.ts';
import type { Pack } from './pack.ts';
import { indexRefs, type RefIndex } from './refs.ts';
import { joinVocabularies } from './vocabulary-entries.ts';

/**
 * The library of all that may be told to `audience`. Plans in the order given; within a plan items in document order,
 * children after their parent. Throws for two packs of one plan: loading refuses them first.
 */
export function createLibrary(packs: readonly Pack[], audience: Audience): Library {
  const told = packsFor(packs, audience).map((pack) => ({
    ...pack,
    items: childrenAfterParents(pack.items),
  }));
  const byPlan = new Map(told.map((pack) => [pack.plan.id, pack]));
  if (byPlan.size < told.length)
    throw new Error('Two packs have the same plan id: give one of them another.');
  const items = told.flatMap((pack) => pack.items);
  const byId = keyed(items, (item) => item.id);
  const themes = keyed(
    told.flatMap((pack) => pack.plan.themes),
    (theme) => theme.id,
  );
  const children = grouped(items, (item) => item.parent);
  const updates = updatesBySubject(told.flatMap((pack) => pack.updates));
  const anyRef = indexRefs(items);
  const refsOf = new Map<PlanId, RefIndex>(told.map((pack) => [pack.plan.id, indexRefs(pack.items)]));
  const coverage = new Map(told.map((pack) => [pack.plan.id, coverageOf(pack, updates)]));
  return {
    audience,
    version: versionOf(told),
    plans: told.map((pack) => pack.plan),
    items,
    facts: told.flatMap((pack) => pack.facts),
    vocabulary: joinVocabularies(told.flatMap((pack) => pack.vocabulary ?? [])),
    plan: (id) => byPlan.get(id)?.plan,
    theme: (id) => themes.get(id),
    item: (id) => byId.get(id),
    itemsOf: (plan) => byPlan.get(plan)?.items ?? [],
    childrenOf: (item) => children.get(item) ?? [],
    factsOf: (plan) => byPlan.get(plan)?.facts ?? [],
    updatesOf: (subject) => updates.get(subject) ?? [],
    byRef: (ref, kind, plan) => (plan === undefined ? anyRef : refsOf.get(plan))?.(ref, kind) ?? [],
    coverageOf: (plan) => coverage.get(plan) ?? [],
  };
}

function updatesBySubject(
  updates: readonly ProgressUpdate[],
): ReadonlyMap<Subject | undefined, ProgressUpdate[]> {
  const bySubject = grouped(updates, (update) => update.subject);
  for (const list of bySubject.values()) list.sort(oldestFirst);
  return bySubject;
}

function coverageOf(pack: Pack, updates: ReadonlyMap<Subject | undefined, unknown>): readonly Coverage[] {
  return ITEM_KINDS.flatMap((kind) => coverageOfKind(pack, kind, updates) ?? []);
}

function coverageOfKind(
  { plan, items }: { plan: Plan; items: readonly Item[] },
  kind: ItemKind,
  updates: ReadonlyMap<Subject | undefined, unknown>,
): Coverage | undefined {
  const ofKind = items.filter((item) => item.kind === kind);
  const declared = plan.declared[kind];
  if (ofKind.length === 0 && declared === undefined) return undefined;
  const held = ofKind.filter((item) => item.parent === undefined);
  const counts = {
    kind,
    held: held.length,
    children: ofKind.length - held.length,
    withoutStatus: held.filter((item) => !updates.has(item.id)).length,
  };
  return declared === undefined ? counts : { ...counts, declared };
}

function childrenAfterParents(items: readonly Item[]): readonly Item[] {
  const children = grouped(items, (item) => item.parent);
  const withChildren = (item: Item): readonly Item[] => [
    item,
    ...(children.get(item.id) ?? []).flatMap(withChildren),
  ];
  return (children.get(undefined) ?? []).flatMap(withChildren);
}

function versionOf(packs: readonly Pack[]): string {
  return createHash('sha256').update(JSON.stringify(packs)).digest('hex').slice(0, 12);
}

function keyed<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, V> {
  return new Map(values.map((value) => [keyOf(value), value]));
}

function grouped<V, K extends string>(
  values: readonly V[],
  keyOf: (value: V) => K | undefined,
): Map<K | undefined, V[]> {
  const groups = new Map<K | undefined, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
