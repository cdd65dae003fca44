import type { Instant, SourceDate } from '../src/domain/dates.ts';
import type {
  Audience,
  Fact,
  Item,
  ItemId,
  ItemKind,
  LocalText,
  Plan,
  PlanId,
  ProgressUpdate,
  Source,
  Standing,
  Subject,
  Theme,
} from '../src/domain/model.ts';
import { createLibrary } from '../src/knowledge/create-library.ts';
import type { Library } from '../src/knowledge/library.ts';
import { itemIdOf, themeIdOf, type Pack } from '../src/knowledge/pack.ts';

/** The plan that everything belongs to unless a test says otherwise. */
export const DEMO = 'demo' as PlanId;

/** Plain text is English. */
type Text = string | LocalText;

export const SOURCE: Source = {
  document: { en: 'The demonstration plan', cy: 'Y cynllun arddangos' },
  published: '2024-03' as SourceDate,
  locator: 'p. 12',
  url: 'https://example.org/plan',
  confidence: 'primary',
};

interface ThemeParts {
  readonly ref: string;
  readonly title?: Text;
  readonly aim?: Text;
  readonly note?: Text;
  readonly source?: Source;
}

interface PlanParts extends Partial<
  Pick<Plan, 'fictional' | 'audience' | 'declared' | 'knownAs' | 'source'>
> {
  readonly id?: string;
  readonly title?: Text;
  readonly summary?: Text;
  readonly owners?: readonly Text[];
  readonly published?: string;
  readonly themes?: readonly ThemeParts[];
  readonly notes?: readonly Text[];
}

interface ItemParts extends Partial<Pick<Item, 'response' | 'tags' | 'audience' | 'source'>> {
  readonly plan?: string;
  /** The theme's ref. */
  readonly theme?: string;
  /** The parent's ref, of the same kind, or `<kind>-<ref>`. */
  readonly parent?: string;
  readonly otherRefs?: readonly string[];
  readonly title?: Text;
  readonly summary?: Text;
  readonly leads?: readonly Text[];
  readonly addressees?: readonly Text[];
  readonly due?: string;
  readonly dueWas?: readonly string[];
  readonly note?: Text;
}

interface UpdateParts extends Partial<
  Pick<ProgressUpdate, 'sourceLabel' | 'assessedBy' | 'audience' | 'source'>
> {
  readonly plan?: string;
  readonly asAt?: string;
  /** A day or a whole instant. */
  readonly recorded?: string;
  readonly note?: Text;
  readonly reason?: Text;
  readonly mitigation?: Text;
}

interface FactParts extends Partial<Pick<Fact, 'tags' | 'tiedToPlan' | 'audience' | 'source'>> {
  readonly plan?: string;
  readonly date?: string;
}

/** A plan without items: `plan({ id: 'demo', declared: { action: 3 }, themes: [{ ref: '1', title: 'Retention' }] })`. */
export function plan(parts: PlanParts = {}): Plan {
  const id = (parts.id ?? DEMO) as PlanId;
  return defined<Plan>({
    id,
    title: text(parts.title) ?? { en: `The ${id} plan`, cy: `Cynllun ${id}` },
    knownAs: parts.knownAs ?? { cy: [], en: [] },
    summary: text(parts.summary),
    owners: texts(parts.owners),
    published: parts.published as SourceDate | undefined,
    fictional: parts.fictional ?? false,
    audience: parts.audience ?? 'public',
    declared: parts.declared ?? {},
    themes: (parts.themes ?? []).map((theme) => themeOf(id, theme)),
    notes: texts(parts.notes),
    source: parts.source ?? SOURCE,
  });
}

/** `action('4.2', { title: 'Recruit to vacancies', theme: '1', due: '2026-03-31' })` */
export const action = (ref: string, parts: ItemParts = {}): Item => item('action', ref, parts);
export const recommendation = (ref: string, parts: ItemParts = {}): Item =>
  item('recommendation', ref, parts);
export const callToAction = (ref: string, parts: ItemParts = {}): Item => item('call-to-action', ref, parts);

/**
 * A statement: `update('action-4.2', { stage: 'completed' }, { asAt: '2026-02-27' })`. The subject is `<kind>-<ref>`,
 * `theme-<ref>` or `plan`.
 */
export function update(about: string, standing: Standing, parts: UpdateParts = {}): ProgressUpdate {
  const plan = (parts.plan ?? DEMO) as PlanId;
  const asAt = parts.asAt ?? '2026-02-27';
  return defined<ProgressUpdate>({
    subject: (about === 'plan' ? plan : `${plan}/${about}`) as Subject,
    standing,
    sourceLabel: parts.sourceLabel,
    note: text(parts.note),
    reason: text(parts.reason),
    mitigation: text(parts.mitigation),
    assessedBy: parts.assessedBy ?? 'owner',
    asAt: asAt as SourceDate,
    recorded: momentOf(parts.recorded ?? '2026-03-01'),
    audience: parts.audience ?? 'public',
    source: parts.source ?? SOURCE,
  });
}

/** `fact('funding', '£7m in 2024-25', { date: '2024-03' })` */
export function fact(topic: string, words: Text, parts: FactParts = {}): Fact {
  return defined<Fact>({
    plan: (parts.plan ?? DEMO) as PlanId,
    topic,
    date: parts.date as SourceDate | undefined,
    text: toText(words),
    tags: parts.tags ?? [],
    tiedToPlan: parts.tiedToPlan,
    audience: parts.audience ?? 'public',
    source: parts.source ?? SOURCE,
  });
}

interface Contents {
  readonly plans?: readonly Plan[];
  readonly items?: readonly Item[];
  readonly updates?: readonly ProgressUpdate[];
  readonly facts?: readonly Fact[];
}

/** The contents as packs; a plan that is only mentioned is made, with the themes that its items name. */
export function packsOf({ plans = [], items = [], updates = [], facts = [] }: Contents): readonly Pack[] {
  const mentioned = [
    ...items.map((each) => each.plan),
    ...facts.map((each) => each.plan),
    ...updates.map(planOf),
  ];
  const known = new Set(plans.map((each) => each.id));
  const made = [...new Set(mentioned)].filter((id) => !known.has(id)).map((id) => madePlan(id, items));
  return [...plans, ...made].map((each) => ({
    plan: each,
    items: items.filter((one) => one.plan === each.id),
    updates: updates.filter((one) => planOf(one) === each.id),
    facts: facts.filter((one) => one.plan === each.id),
  }));
}

/**
 * A small library in one line: `libraryOf({ items: [action('4.2')] })`. Throws where a parent or a statement's subject
 * is not among the contents, for a library would leave it out silently.
 */
export function libraryOf(contents: Contents, audience: Audience = 'public'): Library {
  const packs = packsOf(contents);
  const themes = packs.flatMap((pack) => pack.plan.themes);
  const ids = new Set<string>(packs.flatMap((pack) => [pack.plan, ...pack.items]).map((each) => each.id));
  for (const theme of themes) ids.add(theme.id);
  const named = packs.flatMap((pack) => [
    ...pack.items.flatMap((each) => each.parent ?? []),
    ...pack.updates.map((each) => each.subject),
  ]);
  const missing = named.filter((id) => !ids.has(id));
  if (missing.length > 0) throw new Error(`The contents name what they do not hold: ${missing.join(', ')}`);
  return createLibrary(packs, audience);
}

function item(kind: ItemKind, ref: string, parts: ItemParts): Item {
  const plan = (parts.plan ?? DEMO) as PlanId;
  return defined<Item>({
    id: itemIdOf(plan, kind, ref),
    plan,
    kind,
    theme: parts.theme === undefined ? undefined : themeIdOf(plan, parts.theme),
    parent: parts.parent === undefined ? undefined : parentOf(plan, kind, parts.parent),
    refs: [ref, ...(parts.otherRefs ?? [])],
    title: text(parts.title) ?? { en: `Title of ${ref}`, cy: `Teitl ${ref}` },
    summary: text(parts.summary),
    leads: texts(parts.leads),
    addressees: texts(parts.addressees),
    due: parts.due as SourceDate | undefined,
    dueWas: (parts.dueWas ?? []) as readonly SourceDate[],
    response: parts.response,
    tags: parts.tags ?? [],
    audience: parts.audience ?? 'public',
    note: text(parts.note),
    source: parts.source ?? SOURCE,
  });
}

function parentOf(plan: PlanId, kind: ItemKind, parent: string): ItemId {
  const named = /^(?:action|recommendation|call-to-action)-/.test(parent);
  return named ? (`${plan}/${parent}` as ItemId) : itemIdOf(plan, kind, parent);
}

function themeOf(plan: PlanId, parts: ThemeParts): Theme {
  return defined<Theme>({
    id: themeIdOf(plan, parts.ref),
    plan,
    ref: parts.ref,
    title: text(parts.title) ?? { en: `Theme ${parts.ref}`, cy: `Thema ${parts.ref}` },
    aim: text(parts.aim),
    note: text(parts.note),
    source: parts.source ?? SOURCE,
  });
}

function madePlan(id: PlanId, items: readonly Item[]): Plan {
  const themes = items.flatMap((each) => (each.plan === id && each.theme ? [each.theme] : []));
  const refs = [...new Set(themes)].map((theme) => ({ ref: theme.slice(`${id}/theme-`.length) }));
  return plan({ id, themes: refs });
}

function planOf(update: ProgressUpdate): PlanId {
  return update.subject.split('/')[0] as PlanId;
}

function momentOf(text: string): Instant {
  return (text.length === 10 ? `${text}T09:00:00.000Z` : text) as Instant;
}

function toText(words: Text): LocalText {
  return typeof words === 'string' ? { en: words } : words;
}

function text(words: Text | undefined): LocalText | undefined {
  return words === undefined ? undefined : toText(words);
}

function texts(words: readonly Text[] = []): readonly LocalText[] {
  return words.map(toText);
}

/** Leaves out what is undefined, for absent and undefined are two things to the compiler and to `toEqual`. */
function defined<T>(parts: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
}
