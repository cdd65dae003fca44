import type { Intent } from '../domain/intent.ts';
import type { Item, PlanId, Source } from '../domain/model.ts';
import type { ItemFilter, Scope } from '../domain/scope.ts';
import { textOf, titleOfPlan } from './parts.ts';
import type { Setting } from './setting.ts';

/** Why items were shown: what was asked for, part by part; none where the question says nothing of its own. */
export function reasonsOf(setting: Setting, asked: Intent, matched: readonly string[]): readonly string[] {
  const { item: say } = setting.say;
  const found = matched.length > 0 ? [labelled(say.fields.matched, setting.say.words.names(matched))] : [];
  if (asked.kind === 'by-reference') return [say.whyNumber];
  if (asked.kind === 'compare') {
    const [first] = asked.scopes;
    const plans = asked.scopes.flatMap((scope) => planReasons(setting, scope.plans));
    return [...plans, ...filterReasons(setting, first?.filter ?? {}), ...found];
  }
  const changed = asked.kind === 'changes' ? [say.whyChanged(asked.window.from, asked.window.to)] : [];
  const scoped = 'scope' in asked ? scopeReasons(setting, asked.scope) : [];
  return [...changed, ...scoped, ...found];
}

function labelled(label: string, value: string): string {
  return `${label}: ${value}`;
}

function scopeReasons(setting: Setting, { plans, filter }: Scope): readonly string[] {
  return [...filterReasons(setting, filter), ...planReasons(setting, plans)];
}
function planReasons(setting: Setting, plans: readonly PlanId[]): readonly string[] {
  return plans.map((plan) => labelled(setting.say.item.fields.plan, titleOfPlan(setting, plan)));
}

function filterReasons(setting: Setting, filter: ItemFilter): readonly string[] {
  const { item: say, plan, words } = setting.say;
  const themes = (filter.themes ?? []).flatMap((id) => setting.known.theme(id) ?? []);
  const standings = (filter.standings ?? []).map((test) => {
    if ('label' in test) return test.label;
    return words.standing(
      'stage' in test ? { stage: test.stage } : { stage: 'in_progress', rating: test.rating },
    );
  });
  return [
    ...(filter.overdue === true ? [say.whyOverdue(setting.today)] : []),
    ...(filter.due ? [say.whyDue(filter.due.from, filter.due.to)] : []),
    ...(standings.length > 0 ? [labelled(plan.fields.standing, words.names(standings))] : []),
    ...themes.map(({ title }) => labelled(say.fields.theme, textOf(setting, title))),
    ...(filter.leads
      ? [labelled(say.fields.leads, words.names(filter.leads.map((name) => inReadersWords(setting, name))))]
      : []),
    ...(filter.addressees ? [labelled(say.fields.addressees, words.names(filter.addressees))] : []),
    ...(filter.kinds ?? []).map((kind) => words.kinds(kind)),
  ];
}

/** A lead as the reader's language has the name; a filter names it in either. */
function inReadersWords(setting: Setting, name: string): string {
  for (const { id } of setting.known.plans) {
    for (const { leads } of setting.known.itemsOf(id)) {
      const lead = leads.find(({ cy, en }) => cy === name || en === name);
      if (lead) return textOf(setting, lead);
    }
  }
  return name;
}

/** How sure the sources of several items are, each kind of source with how many items have it. */
export function surenessOf({ say }: Setting, items: readonly Item[]): string {
  const counts = new Map<Source['confidence'], number>();
  for (const { source } of items) counts.set(source.confidence, (counts.get(source.confidence) ?? 0) + 1);
  return [...counts]
    .map(([confidence, count]) =>
      say.item.confidence(
        say.words.count(count),
        confidence === 'primary' ? say.item.primary : say.words.confidence(confidence),
      ),
    )
    .join(' ');
}
