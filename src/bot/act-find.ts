import { composeDeclared } from '../compose/counts.ts';
import {
  composeFactMissing,
  composeFacts,
  composeRecord,
  factsBeneath,
  MOST_FACTS,
  type RecordTopic,
} from '../compose/facts.ts';
import { composeItem } from '../compose/item.ts';
import { composeItems } from '../compose/items.ts';
import type { Draft } from '../compose/setting.ts';
import { composeNotFound, composeOutOfScope } from '../compose/talk.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Aspect } from '../domain/intent.ts';
import type { Fact, Item } from '../domain/model.ts';
import { isOpen, type Scope } from '../domain/scope.ts';
import { lastDay } from '../domain/dates.ts';
import type { Found } from '../search/search.ts';
import { findIn, itemsIn, plansHeld, plansOf, type Desk, type Handler } from './act-desk.ts';

/** So many facts stand beneath items. */
const FACTS_BENEATH = 3;

/** Free words: the item that clearly fits, several, facts where they fit better, or that nothing does. */
export const actTopic: Handler<'topic'> = (desk, { words, scope, aspect }) => {
  const found = findIn(desk, words, scope);
  return { ...outcome(desk, found, scope, aspect), notes: found.notes };
};

function outcome(desk: Desk, found: Found, scope: Scope, aspect: Aspect): Draft {
  switch (found.band) {
    case 'answer':
      return answered(desk, found, aspect, scope);
    case 'closest':
      return closest(desk, found, scope, aspect);
    case 'nothing':
      return nothing(desk, found, scope);
    default:
      return assertNever(found.band);
  }
}

function answered(desk: Desk, found: Found, aspect: Aspect, scope: Scope): Draft {
  const [item] = found.items;
  const facts = found.facts.map((hit) => hit.found);
  const [fact, ...others] = facts;
  const factsFit = fact !== undefined && isOpen(scope.filter);
  const factScore = found.facts[0]?.score ?? 0;
  if (factsFit && (!item || factScore > item.score)) {
    return composeFacts(desk.setting, [fact, ...others], {
      items: found.items.map((hit) => hit.found),
      aspect,
    });
  }
  if (!item) return nothing(desk, found, scope);
  if (found.clear) return composeItem(desk.setting, item.found, { aspect, matched: item.matched });
  const items = found.items.map((hit) => hit.found);
  const beneath = factsBeneath(desk.setting, factsFit ? facts.slice(0, FACTS_BENEATH) : []);
  return composeItems(desk.setting, {
    headline: desk.setting.say.item.topic(items.length),
    items,
    aspect,
    from: desk.from,
    after: beneath.blocks,
    sources: beneath.sources,
  });
}

function closest(desk: Desk, found: Found, scope: Scope, aspect: Aspect): Draft {
  const items = found.items.map((hit) => hit.found);
  const [fact, ...others] = found.facts.map((hit) => hit.found);
  if (items.length === 0) {
    return fact
      ? composeFacts(desk.setting, [fact, ...others], { closest: true })
      : nothing(desk, found, scope);
  }
  const headline = desk.setting.say.item.closest;
  return composeItems(desk.setting, { headline, items, aspect, from: desk.from });
}

function nothing(desk: Desk, found: Found, scope: Scope): Draft {
  if (!found.onSubject) return composeOutOfScope(desk.setting);
  return composeNotFound(desk.setting, scope.plans, near(found));
}

function near(found: Found): readonly Item[] {
  return found.items.slice(0, 3).map((hit) => hit.found);
}

const RECORD: Readonly<Record<string, RecordTopic | 'declared'>> = {
  ownership: 'owners',
  owners: 'owners',
  owner: 'owners',
  publication: 'published',
  published: 'published',
  title: 'title',
  ambition: 'summary',
  aims: 'summary',
  summary: 'summary',
  declared: 'declared',
  counts: 'declared',
};

/** A fact about a plan: by its topic first, then the plan's own record, then by the words. */
export const actFact: Handler<'fact'> = (desk, { topics, words, scope, aspect }) => {
  const found = findIn(desk, words, scope);
  const [fact, ...others] = byTopic(desk, topics, scope, found);
  if (fact) return composeFacts(desk.setting, [fact, ...others], { aspect });
  const record = fromRecord(desk, topics, scope);
  if (record) return record;
  if (found.band !== 'answer') return composeFactMissing(desk.setting, plansOf(desk, scope), near(found));
  const [hit, ...rest] = found.facts.map((each) => each.found);
  const draft = hit
    ? composeFacts(desk.setting, [hit, ...rest], { aspect })
    : answered(desk, found, aspect, scope);
  return { ...draft, notes: found.notes };
};

/** Facts on the topics, those that the words find first, then the newest. */
function byTopic(desk: Desk, topics: readonly string[], scope: Scope, found: Found): readonly Fact[] {
  const { library, memory } = desk.context;
  const rank = new Map(found.facts.map((hit, index) => [hit.found, index]));
  const place = (fact: Fact): number => rank.get(fact) ?? Number.MAX_SAFE_INTEGER;
  return plansOf(desk, scope)
    .flatMap((plan) => library.factsOf(plan))
    .filter(({ topic }) => topics.includes(topic))
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        Number(b.plan === memory.plan) - Number(a.plan === memory.plan) ||
        day(b).localeCompare(day(a)),
    )
    .slice(0, MOST_FACTS);
}

function day(fact: Fact): string {
  return fact.date === undefined ? '' : lastDay(fact.date);
}

function fromRecord(desk: Desk, topics: readonly string[], scope: Scope): Draft | undefined {
  const plans = plansOf(desk, scope);
  for (const topic of topics) {
    const record = RECORD[topic];
    if (record === undefined) continue;
    if (record === 'declared') return composeDeclared(desk.setting, plans, undefined, itemsIn(desk, scope));
    const draft = composeRecord(desk.setting, plansHeld(desk, plans), record);
    if (draft) return draft;
  }
  return undefined;
}
