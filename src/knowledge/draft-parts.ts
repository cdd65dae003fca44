import { dateOf, membersOf, pairOf, responseName, valueName } from './cells.ts';
import { foldRef } from './refs.ts';
import { fact, item, planFile, theme, update } from './schema.ts';
import type { Row } from './sheet.ts';

/** The content of one entry of a pack file, as an author would write it. */
export type Values = Readonly<Record<string, unknown>>;

const ORDER = {
  plan: Object.keys(planFile.shape),
  theme: Object.keys(theme.shape),
  item: Object.keys(item.shape),
  fact: Object.keys(fact.shape),
  update: Object.keys(update.shape),
};

/** In the order of the format, without what is empty or goes without saying. */
export function inOrder(kind: keyof typeof ORDER, values: Values): Values {
  return Object.fromEntries(
    ORDER[kind].flatMap((key) => (saysSomething(key, values[key]) ? [[key, values[key]]] : [])),
  );
}

function saysSomething(key: string, value: unknown): boolean {
  if (value === undefined || (key === 'audience' && value === 'public')) return false;
  if (typeof value !== 'object' || value === null || key === 'title') return true;
  return Object.keys(value).length > 0;
}

export function itemFrom(row: Row, theme: string | undefined, source: unknown): Values {
  const { cells } = row;
  return {
    kind: kindName(cells['kind']),
    ref: cells['ref'],
    other_refs: membersOf(cells['other_refs']),
    theme,
    parent: cells['parent'],
    title: wordsOf(row, 'title') ?? {},
    summary: wordsOf(row, 'summary'),
    leads: namesOf(row, 'leads'),
    addressees: namesOf(row, 'addressees'),
    due: dateOf(cells['due']),
    due_was: membersOf(cells['due_was']).map(dateOf),
    response: responseName(cells['response']),
    tags: membersOf(cells['tags']),
    audience: cells['audience']?.toLowerCase(),
    source,
  };
}

/** What an item held already has and the sheet has no column for. */
export function untouched(held: Values | undefined, columns: ReadonlySet<string>): Values {
  const kept = Object.entries(held ?? {}).filter(
    ([key]) => key !== 'source' && ![key, `${key}_en`, `${key}_cy`].some((column) => columns.has(column)),
  );
  return Object.fromEntries(kept);
}

export function updateFrom(row: Row, about: string, source: unknown, recorded: string): Values {
  const { cells } = row;
  return {
    about,
    as_at: dateOf(cells['as_at']),
    recorded: dateOf(cells['recorded']) ?? recorded,
    stage: valueName(cells['stage'], '_'),
    rating: valueName(cells['rating'], '_'),
    source_label: cells['source_label'],
    note: wordsOf(row, 'note'),
    reason: wordsOf(row, 'reason'),
    mitigation: wordsOf(row, 'mitigation'),
    // Who does not say whose judgement it is vouches for it themselves.
    assessed_by: valueName(cells['assessed_by'], '_') ?? 'pack_editor',
    audience: cells['audience']?.toLowerCase(),
    source,
  };
}

export function factFrom(row: Row, source: unknown): Values {
  const { cells } = row;
  return {
    topic: cells['topic'],
    date: dateOf(cells['date']),
    text: wordsOf(row, 'text') ?? {},
    tags: membersOf(cells['tags']),
    audience: cells['audience']?.toLowerCase(),
    source,
  };
}

/** What a row of `plans` says of its plan; what it leaves empty stays as it is held. */
export function planFrom(row: Row): Values {
  const { cells } = row;
  const declared = Object.fromEntries(
    [
      ['action', cells['declared_actions']],
      ['recommendation', cells['declared_recommendations']],
      ['call-to-action', cells['declared_calls_to_action']],
    ].flatMap(([kind, count]) => (count === undefined ? [] : [[kind, numberFrom(count)]])),
  ) as Values;
  const said = {
    title: wordsOf(row, 'title'),
    owners: namesOf(row, 'owners'),
    published: dateOf(cells['published']),
    audience: cells['audience']?.toLowerCase(),
    declared,
  };
  return Object.fromEntries(Object.entries(said).filter(([key, value]) => saysSomething(key, value)));
}

/** The words in each language that the row has them in; a column that names no language is English. */
export function wordsOf({ cells }: Row, name: string): Values | undefined {
  const en = cells[`${name}_en`] ?? cells[name];
  const cy = cells[`${name}_cy`];
  if (en === undefined && cy === undefined) return undefined;
  return { ...(en !== undefined && { en }), ...(cy !== undefined && { cy }) };
}

/** Names in both languages stand in the same order in both cells; where one has no name in a language its place is empty. */
export function namesOf({ cells }: Row, name: string): readonly Values[] {
  const { en, cy } = pairOf(cells[name], cells[`${name}_cy`]);
  return Array.from({ length: Math.max(en.length, cy.length) }, (_, index) => ({
    ...(en[index] !== undefined && { en: en[index] }),
    ...(cy[index] !== undefined && { cy: cy[index] }),
  })).filter((each) => Object.keys(each).length > 0);
}

/** The title of a plan that has none: its id as words. */
export function titleFrom(id: string): Values {
  const words = id.replace(/-/g, ' ');
  return { en: words.charAt(0).toUpperCase() + words.slice(1) };
}

/** A name that is the same for every spelling of a kind and ref. */
export function itemName(kind: unknown, ref: unknown): string {
  return `${String(kind)}-${foldRef(String(ref))}`;
}

/** The name in packs of the kind that a cell says. */
export function kindName(cell: string | undefined): string | undefined {
  return valueName(cell, '-');
}

function numberFrom(cell: string): number | string {
  return /^\d+$/.test(cell) ? Number(cell) : cell;
}
