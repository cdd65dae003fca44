import type { Fact, Item, ProgressUpdate, Theme } from '../domain/model.ts';
import type { Pack } from './pack.ts';

/** One field that is not as it was; undefined where there was or is none. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** One entry that differs between two packs of a plan. */
export interface Difference {
  readonly what: 'plan' | 'theme' | 'item' | 'fact' | 'statement';
  /** Whole in itself: `action-4.2`, `theme-2`, `funding`, `action-4.2 as at 2026-09-30`. */
  readonly name: string;
  readonly how: 'added' | 'removed' | 'changed';
  /** Of what is changed; of what is added or removed, its fields. */
  readonly fields: readonly FieldChange[];
}

/** What differs, in the order of the files; empty where the two say the same. When things were recorded is no difference. */
export function comparePacks(a: Pack | undefined, b: Pack | undefined): readonly Difference[] {
  const plan = b?.plan ?? a?.plan;
  if (!plan) return [];
  const local = (id: string) => id.slice(plan.id.length + 1);
  const themeName = (theme: Theme) => local(theme.id);
  const itemName = (item: Item) => local(item.id);
  const factName = (fact: Fact) => [fact.topic, ...(fact.date === undefined ? [] : [fact.date])].join(' ');
  const statementName = (update: ProgressUpdate) =>
    `${update.subject === plan.id ? 'plan' : local(update.subject)} as at ${update.asAt}`;
  return [
    ...compare('plan', asList(a?.plan), asList(b?.plan), () => plan.id, ['themes']),
    ...compare('theme', a?.plan.themes, b?.plan.themes, themeName),
    ...compare('item', a?.items, b?.items, itemName),
    ...compare('fact', a?.facts, b?.facts, factName),
    ...statements(a?.updates ?? [], b?.updates ?? [], statementName),
  ];
}

function asList<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Entries of the same name are paired in order. */
function compare<T extends object>(
  what: Difference['what'],
  before: readonly T[] = [],
  after: readonly T[] = [],
  nameOf: (entry: T) => string,
  but: readonly string[] = [],
): readonly Difference[] {
  const [olds, news] = [byName(before, nameOf), byName(after, nameOf)];
  const names = [...new Set([...olds.keys(), ...news.keys()])];
  return names.flatMap((name) => {
    const [from, to] = [olds.get(name), news.get(name)];
    const fields = changesOf(from, to, but);
    if (fields.length === 0) return [];
    const how = from === undefined ? 'added' : to === undefined ? 'removed' : 'changed';
    return [{ what, name: name.replace(/ #\d+$/, ''), how, fields }] as const;
  });
}

function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const entry of entries) {
    const name = nameOf(entry);
    let key = name;
    for (let count = 2; map.has(key); count += 1) key = `${name} #${count}`;
    map.set(key, entry);
  }
  return map;
}

/** Statements are never changed: one that is not there as it was is another. */
function statements(
  before: readonly ProgressUpdate[],
  after: readonly ProgressUpdate[],
  nameOf: (update: ProgressUpdate) => string,
): readonly Difference[] {
  const print = (update: ProgressUpdate) =>
    [...fieldsOf({ ...update, about: update.subject }, ['recorded'])]
      .map((pair) => JSON.stringify(pair))
      .sort((one, other) => (one < other ? -1 : 1))
      .join('');
  const [olds, news] = [new Set(before.map(print)), new Set(after.map(print))];
  const said = (update: ProgressUpdate, how: 'added' | 'removed'): Difference => ({
    what: 'statement',
    name: nameOf(update),
    how,
    fields:
      how === 'added'
        ? changesOf(undefined, update, ['recorded'])
        : changesOf(update, undefined, ['recorded']),
  });
  return [
    ...before.filter((update) => !news.has(print(update))).map((update) => said(update, 'removed')),
    ...after.filter((update) => !olds.has(print(update))).map((update) => said(update, 'added')),
  ];
}

function changesOf(
  from: object | undefined,
  to: object | undefined,
  but: readonly string[],
): readonly FieldChange[] {
  const [old, now] = [fieldsOf(from ?? {}, but), fieldsOf(to ?? {}, but)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, from: old.get(field), to: now.get(field) }))
    .filter((change) => change.from !== change.to);
}

/** What tells where an entry stands and not what it says. */
const PLACES: readonly string[] = ['id', 'plan', 'subject'];

/** The fields of an entry as text: words by language (`title_en`), parts of blocks by both names (`source_url`). */
function fieldsOf(entry: object, but: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const add = (name: string, value: unknown): void => {
    if (value === undefined || value === '') return;
    if (Array.isArray(value)) return addList(name, value);
    if (typeof value !== 'object' || value === null) return void fields.set(name, textOf(value));
    for (const [key, each] of Object.entries(value)) add(joined(name, key), each);
  };
  const addList = (name: string, list: readonly unknown[]): void => {
    const locales = ['en', 'cy'].filter((locale) =>
      list.some((each) => typeof each === 'object' && each !== null && locale in each),
    );
    if (locales.length === 0) return add(name, list.join('; '));
    for (const locale of locales)
      add(
        joined(name, locale),
        list.map((each) => (each as Readonly<Record<string, string>>)[locale] ?? '').join('; '),
      );
  };
  for (const [key, value] of Object.entries(entry))
    if (!PLACES.includes(key) && !but.includes(key)) add(snake(key), value);
  return fields;
}

/** What is left once lists and blocks are taken apart. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `standing` is two columns of its own. */
function joined(name: string, key: string): string {
  return name === 'standing' ? key : `${name}_${snake(key)}`;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
