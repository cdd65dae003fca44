import type { Item } from '../../src/domain/model.ts';
import type { Library } from '../../src/knowledge/library.ts';
import { saidIn } from './dates-said.ts';

/** What may be said without inventing: the dates and numbers of some records. */
export interface Evidence {
  readonly dates: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** Every date and number that occurs anywhere in those records, in any depth. */
export function evidenceOf(records: readonly unknown[]): Evidence {
  const dates = new Set<string>();
  const numbers = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(String(value));
    else if (typeof value === 'string') {
      const said = saidIn(value);
      for (const date of said.dates) dates.add(date);
      for (const number of said.numbers) numbers.add(number);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  records.forEach(visit);
  return { dates, numbers };
}

/** All that is held of a plan, its items' statements included. */
export function recordsOfPlan(library: Library, id: Item['plan']): readonly unknown[] {
  const plan = library.plan(id);
  const items = library.itemsOf(id);
  const subjects = [id, ...(plan?.themes ?? []).map((theme) => theme.id), ...items.map((item) => item.id)];
  return [
    plan,
    items,
    library.factsOf(id),
    library.coverageOf(id),
    ...subjects.map((each) => library.updatesOf(each)),
  ];
}

/** What is held of one item: its record, its statements, and those of its parent and children. */
export function recordsOfItem(library: Library, item: Item): readonly unknown[] {
  const parent = item.parent === undefined ? undefined : library.item(item.parent);
  const family = [item, ...(parent ? [parent] : []), ...library.childrenOf(item.id)];
  return family.flatMap((each) => [each, library.updatesOf(each.id)]);
}

/** The plan itself, its facts and the statements about it and its themes. */
export function recordsAround(library: Library, id: Item['plan']): readonly unknown[] {
  const plan = library.plan(id);
  const subjects = [id, ...(plan?.themes ?? []).map((theme) => theme.id)];
  return [
    plan,
    library.factsOf(id),
    library.coverageOf(id),
    ...subjects.map((each) => library.updatesOf(each)),
  ];
}

/** Addresses and document names by which the library's records give their sources. */
export function sourcesHeld(library: Library): {
  readonly urls: ReadonlySet<string>;
  readonly documents: readonly string[];
} {
  const urls = new Set<string>();
  const documents = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('document' in value && typeof value.document === 'object' && value.document !== null) {
      for (const name of Object.values(value.document)) if (typeof name === 'string') documents.add(name);
      if ('url' in value && typeof value.url === 'string') urls.add(value.url);
    }
    Object.values(value).forEach(visit);
  };
  library.plans.forEach((plan) => recordsOfPlan(library, plan.id).forEach(visit));
  return { urls, documents: [...documents] };
}
