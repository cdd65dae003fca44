import type { z } from 'zod';

import { ITEM_KINDS } from '../domain/model.ts';
import { valueAt, type PackFile, type Path } from './finding.ts';
import {
  fact,
  item,
  theme,
  update,
  type FactEntry,
  type ItemEntry,
  type PlanFile,
  type ThemeEntry,
  type UpdateEntry,
} from './schema.ts';

/** The content of a pack's files as read: plain values, not yet checked. An absent file is undefined. */
export interface RawPack {
  readonly plan: unknown;
  readonly items?: unknown;
  readonly progress?: unknown;
}

/** An entry that is sound in itself, and where it stands. */
export interface Entry<T> {
  readonly file: PackFile;
  readonly path: Path;
  readonly value: T;
}

/** What can be compared across entries even while some of them are wrong. */
export interface Entries {
  readonly themes: readonly Entry<ThemeEntry>[];
  readonly items: readonly Entry<ItemEntry>[];
  readonly facts: readonly Entry<FactEntry>[];
  readonly updates: readonly Entry<UpdateEntry>[];
  /** Keys of the plan's sources, sound or not. */
  readonly sourceKeys: ReadonlySet<string>;
  /** `theme-<ref>` and `<kind>-<ref>` of all entries that have a name, sound or not. */
  readonly names: ReadonlySet<string>;
  readonly named: readonly Named[];
}

/** An entry that has a kind and a ref, whatever else is wrong with it. */
export interface Named extends Omit<Entry<unknown>, 'value'> {
  readonly kind: string;
  readonly ref: string;
}

/** The whole files where they are sound, so that no entry is checked twice. */
export interface SoundFiles {
  readonly plan: PlanFile | undefined;
  readonly items: readonly ItemEntry[] | undefined;
  readonly updates: readonly UpdateEntry[] | undefined;
}

/** The sound entries and all names: so one wrong entry hides no other and makes no false alarm. */
export function entriesOf(raw: RawPack, files: SoundFiles): Entries {
  const named = [
    ...listAt(raw.plan, 'themes').flatMap((each, index) =>
      nameOf('plan.yaml', ['themes', index], each, 'theme'),
    ),
    ...listAt(raw.items, 'items').flatMap((each, index) =>
      nameOf('items.yaml', ['items', index], each, String(valueAt(each, ['kind']))),
    ),
  ];
  return {
    themes: placed('plan.yaml', 'themes', files.plan?.themes ?? sound(raw.plan, 'themes', theme)),
    facts: placed('plan.yaml', 'facts', files.plan?.facts ?? sound(raw.plan, 'facts', fact)),
    items: placed('items.yaml', 'items', files.items ?? sound(raw.items, 'items', item)),
    updates: placed('progress.yaml', 'updates', files.updates ?? sound(raw.progress, 'updates', update)),
    sourceKeys: new Set(Object.keys(asRecord(valueAt(raw.plan, ['sources'])))),
    names: new Set(named.flatMap(namesOf)),
    named,
  };
}

/** An entry whose kind is mistyped answers to every kind, so that what refers to it is not blamed as well. */
function namesOf({ kind, ref }: Named): readonly string[] {
  const kinds: readonly string[] = ['theme', ...ITEM_KINDS];
  return (kinds.includes(kind) ? [kind] : ITEM_KINDS).map((each) => `${each}-${ref}`);
}

function nameOf(file: PackFile, path: Path, entry: unknown, kind: string): readonly Named[] {
  const ref = valueAt(entry, ['ref']);
  return typeof ref === 'string' ? [{ file, path, kind, ref: ref.trim() }] : [];
}

/** A list with gaps where an entry is wrong, so that the others keep their places. */
function sound<S extends z.ZodType>(
  content: unknown,
  key: string,
  schema: S,
): readonly (z.infer<S> | undefined)[] {
  return listAt(content, key).map((raw) => schema.safeParse(raw).data);
}

function placed<T>(file: PackFile, key: string, values: readonly (T | undefined)[]): readonly Entry<T>[] {
  return values.flatMap((value, index) => (value === undefined ? [] : [{ file, path: [key, index], value }]));
}

/** The list beneath a key; empty where there is none. */
export function listAt(content: unknown, key: string): readonly unknown[] {
  const list = valueAt(content, [key]);
  return Array.isArray(list) ? list : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
