import type {
  Fact,
  Item,
  PlanId,
  ProgressUpdate,
  Source,
  Standing,
  Subject,
  Theme,
} from '../domain/model.ts';
import { keyOf, parentNames } from './cross-checks.ts';
import { camelKeys } from './names.ts';
import { itemIdOf, themeIdOf, type Pack } from './pack.ts';
import type { FactEntry, ItemEntry, PlanFile, SourceRef, ThemeEntry, UpdateEntry } from './schema.ts';

/** Checked files as a pack. Every name in them leads somewhere: `checkPack` has seen to that. */
export function toPack(file: PlanFile, items: readonly ItemEntry[], updates: readonly UpdateEntry[]): Pack {
  const { sources, facts, known_as, from_items: _, id: name, ...rest } = file;
  const id = name as PlanId;
  const names = new Set(items.map((item) => `${item.kind}-${item.ref}`));
  const at = (source: SourceRef) => resolved(source, sources);
  return {
    plan: {
      ...camelKeys(rest),
      id,
      knownAs: known_as,
      themes: file.themes.map((theme) => toTheme(theme, id, at)),
      source: at(file.source),
    },
    items: items.map((item) => toItem(item, id, names, at)),
    facts: facts.map((fact) => toFact(fact, id, at)),
    updates: updates.map((update) => toUpdate(update, id, at)),
  };
}

type Resolve = (source: SourceRef) => Source;

function toTheme(theme: ThemeEntry, plan: PlanId, at: Resolve): Theme {
  return { ...camelKeys(theme), id: themeIdOf(plan, theme.ref), plan, source: at(theme.source) };
}

function toItem(entry: ItemEntry, plan: PlanId, names: ReadonlySet<string>, at: Resolve): Item {
  const { ref, other_refs, theme, parent: _, source, ...rest } = entry;
  const [parent] = parentNames(entry, names);
  return {
    ...camelKeys(rest),
    id: itemIdOf(plan, entry.kind, ref),
    plan,
    refs: [...new Set([ref, ...other_refs])],
    source: at(source),
    ...(theme !== undefined && { theme: themeIdOf(plan, theme) }),
    ...(parent !== undefined && { parent: subjectOf(plan, parent) as Item['id'] }),
  };
}

function toFact(fact: FactEntry, plan: PlanId, at: Resolve): Fact {
  return { ...camelKeys(fact), plan, source: at(fact.source) };
}

function toUpdate(entry: UpdateEntry, plan: PlanId, at: Resolve): ProgressUpdate {
  const { about, stage, rating, source, ...rest } = entry;
  const standing: Standing =
    stage === 'in_progress' ? { stage, ...(rating !== undefined && { rating }) } : { stage };
  return { ...camelKeys(rest), subject: subjectOf(plan, about), standing, source: at(source) };
}

/** `plan`, `theme-<ref>` or `<kind>-<ref>` as the id of what is spoken of. */
function subjectOf(plan: PlanId, about: string): Subject {
  return about === 'plan' ? plan : (`${plan}/${about.replace(/\s+/g, '-')}` as Subject);
}

function resolved(source: SourceRef, sources: PlanFile['sources']): Source {
  const key = keyOf(source);
  if (key === undefined) return source as Source;
  const held = sources[key];
  if (!held) throw new Error(`No source has the key "${key}": check the pack before making it.`);
  if (typeof source === 'string') return held;
  const { from: _, ...differing } = source as Exclude<typeof source, Source> & { from?: string };
  return { ...held, ...differing };
}
