import { firstDay, type IsoDate } from '../domain/dates.ts';
import { ITEM_KINDS, type ItemKind } from '../domain/model.ts';
import { listAt, type Entries, type Entry, type Named, type RawPack } from './entries.ts';
import { valueAt, type Finding } from './finding.ts';
import { choiceOf } from './nearest.ts';
import { foldRef } from './refs.ts';
import type { ItemEntry, SourceRef } from './schema.ts';

/** What no single entry can show: names that lead nowhere, doubles, circles, counts and dates that cannot be. */
export function crossChecks(raw: RawPack, entries: Entries, today: IsoDate | undefined): readonly Finding[] {
  return [
    ...doubles(entries.named),
    ...takenRefs(entries),
    ...entries.items.flatMap((entry) => [...themeOf(entry, entries), ...parentIn(entry, entries)]),
    ...circles(entries.items),
    ...declaredBelowHeld(raw),
    ...entries.updates.flatMap((entry) => [
      ...aboutIn(entry, entries),
      ...ratingOf(entry),
      ...(today === undefined ? [] : futureOf(entry, today)),
    ]),
    ...sourcesIn(raw, entries),
  ];
}

function doubles(named: readonly Named[]): readonly Finding[] {
  const first = new Map<string, string>();
  return named.flatMap(({ file, path, kind, ref }) => {
    const name = `${kind}-${foldRef(ref)}`;
    const before = first.get(name);
    first.set(name, before ?? ref);
    if (before === undefined) return [];
    return at(
      { file, path: [...path, 'ref'] },
      `\`ref\` repeats "${before}" of an entry above`,
      'Give each entry of a kind a ref of its own; spaces, hyphens and case make no difference.',
    );
  });
}

/** A number that finds two items of a kind would name neither. */
function takenRefs({ items, named }: Entries): readonly Finding[] {
  const owners = new Map(named.map(({ kind, ref }) => [`${kind}-${foldRef(ref)}`, ref]));
  return items.flatMap(({ file, path, value: { kind, ref, other_refs } }) =>
    other_refs.flatMap((other, index) => {
      const owner = owners.get(`${kind}-${foldRef(other)}`);
      if (owner === undefined || foldRef(owner) === foldRef(ref)) return [];
      return at(
        { file, path: [...path, 'other_refs', index] },
        `\`other_refs\` has "${other}", which is the \`ref\` of another ${kind}`,
        'Leave it out; where this item is part of that one, write it as its `parent`.',
      );
    }),
  );
}

function themeOf({ file, path, value }: Entry<ItemEntry>, { names }: Entries): readonly Finding[] {
  if (value.theme === undefined || names.has(`theme-${value.theme}`)) return [];
  const known = namesAfter(names, 'theme-');
  return at(
    { file, path: [...path, 'theme'] },
    'no theme of plan.yaml has this `ref`',
    choiceOf(value.theme, known),
  );
}

function parentIn({ file, path, value }: Entry<ItemEntry>, { names }: Entries): readonly Finding[] {
  if (value.parent === undefined) return [];
  const found = parentNames(value, names);
  if (found.length === 1) return [];
  const known = [...names].filter((name) => !name.startsWith('theme-'));
  return found.length === 0
    ? at(
        { file, path: [...path, 'parent'] },
        'no item has this `parent`’s ref',
        choiceOf(value.parent, known),
      )
    : at(
        { file, path: [...path, 'parent'] },
        '`parent` fits several items',
        `Write one of: ${found.join(', ')}.`,
      );
}

/** The names that a `parent` may mean: itself a whole name, else that ref in the child's kind, else in any kind. */
export function parentNames(
  { kind, parent }: Pick<ItemEntry, 'kind' | 'parent'>,
  names: ReadonlySet<string>,
): readonly string[] {
  if (parent === undefined) return [];
  if (ITEM_KINDS.some((each) => parent.startsWith(`${each}-`)) && names.has(parent)) return [parent];
  if (names.has(`${kind}-${parent}`)) return [`${kind}-${parent}`];
  return ITEM_KINDS.map((each) => `${each}-${parent}`).filter((name) => names.has(name));
}

function circles(items: readonly Entry<ItemEntry>[]): readonly Finding[] {
  const names = new Set(items.map(({ value }) => `${value.kind}-${value.ref}`));
  const parents = new Map(
    items.map(({ value }) => [`${value.kind}-${value.ref}`, parentNames(value, names)[0]]),
  );
  return items.flatMap(({ file, path, value }) => {
    const own = `${value.kind}-${value.ref}`;
    const seen = new Set<string>();
    let above = parents.get(own);
    while (above !== undefined && above !== own && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above);
    }
    if (above !== own) return [];
    return at(
      { file, path: [...path, 'parent'] },
      '`parent` leads in a circle back to this item',
      'Leave `parent` out of the item that stands at the top.',
    );
  });
}

function declaredBelowHeld(raw: RawPack): readonly Finding[] {
  return ITEM_KINDS.flatMap((kind: ItemKind) => {
    const declared = valueAt(raw.plan, ['declared', kind]);
    const held = listAt(raw.items, 'items').filter(
      (each) => valueAt(each, ['kind']) === kind && valueAt(each, ['parent']) === undefined,
    ).length;
    if (typeof declared !== 'number' || declared >= held) return [];
    return at(
      { file: 'plan.yaml', path: ['declared', kind] },
      `\`declared\` is smaller than the ${held} of kind ${kind} held in items.yaml`,
      'Correct the number after the document, or give sub-actions and milestones their `parent`.',
    );
  });
}

function aboutIn({ file, path, value }: Entries['updates'][number], { names }: Entries): readonly Finding[] {
  if (value.about === 'plan' || names.has(value.about)) return [];
  return at(
    { file, path: [...path, 'about'] },
    '`about` names nothing that the pack holds',
    `Write \`<kind>-<ref>\`, \`theme-<ref>\` or \`plan\`. ${nearHint(value.about, names)}`.trim(),
  );
}

function nearHint(about: string, names: ReadonlySet<string>): string {
  const bare = [...names].filter((name) => name.endsWith(`-${about}`));
  if (bare.length > 0) return `Here that is: ${bare.join(' or ')}.`;
  const hint = choiceOf(about, [...names]);
  return hint.startsWith('Did') ? hint.slice(0, hint.indexOf('?') + 1) : '';
}

function ratingOf({ file, path, value }: Entries['updates'][number]): readonly Finding[] {
  if (value.rating === undefined || value.stage === 'in_progress') return [];
  return at(
    { file, path: [...path, 'rating'] },
    `\`rating\` makes no sense while \`stage\` is ${value.stage}`,
    'Leave `rating` out, or write `stage: in_progress`.',
  );
}

function futureOf({ file, path, value }: Entries['updates'][number], today: IsoDate): readonly Finding[] {
  if (firstDay(value.as_at) <= today) return [];
  return at(
    { file, path: [...path, 'as_at'] },
    `\`as_at\` lies after today, ${today}`,
    'Write the day on which it was true; a plan for later is a due date.',
  );
}

function sourcesIn(raw: RawPack, entries: Entries): readonly Finding[] {
  const own = valueAt(raw.plan, ['source']) as SourceRef | undefined;
  const places = [...entries.themes, ...entries.facts, ...entries.items, ...entries.updates].map((entry) => ({
    file: entry.file,
    path: [...entry.path, 'source'],
    source: entry.value.source,
  }));
  return [{ file: 'plan.yaml' as const, path: ['source'], source: own }, ...places].flatMap((place) => {
    const key = keyOf(place.source);
    if (key === undefined || entries.sourceKeys.has(key)) return [];
    const path = typeof place.source === 'string' ? place.path : [...place.path, 'from'];
    return at(
      { file: place.file, path },
      'no entry of the plan’s `sources` has this key',
      choiceOf(key, [...entries.sourceKeys]),
    );
  });
}

/** The key among the plan's sources that a reference leads to; undefined for a source of its own. */
export function keyOf(source: SourceRef | undefined): string | undefined {
  if (typeof source === 'string') return source.trim();
  const from = valueAt(source, ['from']);
  return typeof from === 'string' ? from.trim() : undefined;
}

function namesAfter(names: ReadonlySet<string>, prefix: string): readonly string[] {
  return [...names].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

function at(place: Pick<Finding, 'file' | 'path'>, problem: string, remedy: string): readonly Finding[] {
  return [{ ...place, problem, remedy, crossing: true }];
}
