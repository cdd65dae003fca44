import { composeDeclared } from '../compose/counts.ts';
import {
  composeFactMissing,
  composeFacts,
  composeRecord,
  factsBeneath,
  MOST_FACTS,
  type RecordTopic,
} from '../compose/facts.ts';
import { composeItem, kindFor } from '../compose/item.ts';
import { composeItems } from '../compose/items.ts';
import { paragraph, reportOf } from '../compose/parts.ts';
import type { Draft } from '../compose/setting.ts';
import { composeNotFound, composeOutOfScope } from '../compose/talk.ts';
import type { Aspect } from '../domain/intent.ts';
import type { Fact, Item } from '../domain/model.ts';
import { isOpen, type Scope } from '../domain/scope.ts';
import { lastDay } from '../domain/dates.ts';
import type { Band, Found } from '../search/search.ts';
import {
  findIn,
  itemsIn,
  parentFirst,
  plansHeld,
  plansOf,
  theOneIn,
  type Desk,
  type Handler,
} from './act-desk.ts';

/** Where both fit, items come first and facts stand beneath, unless the facts are likelier by this much. */
const CLEARLY_BETTER = 0.1;
/** Facts this much weaker than the best hit are not worth saying. */
const WORTH_SAYING = 0.6;
/** So many words of the question make a fact likelier than one that is merely on the topic. */
const WORDS_TO_PASS = 2;
/** So many facts stand beneath items. */
const FACTS_BENEATH = 3;

/** Free words: the item that clearly fits, several, facts where they fit better, or that nothing does. */
export const actTopic: Handler<'topic'> = (desk, { words, scope, aspect, ofPlans }) => {
  const look = findIn(desk, words, scope);
  const read = aspect === 'overview' ? look : { ...look, items: parentFirst(look.items) };
  const found = ofPlans ? { ...read, onSubject: true } : read;
  const facts = factsMeant(found, scope) ? ofFacts(desk, found, aspect) : undefined;
  return facts ?? ofTheTalk(desk, found, scope) ?? ofItems(desk, found, scope, sayable(desk, found, aspect));
};

/** Where nothing fits anywhere: facts of the plan of the talk that have several of the words, said to be the closest. */
function ofTheTalk(desk: Desk, found: Found, scope: Scope): Draft | undefined {
  const { plan } = desk.context.memory;
  if (plan === undefined || scope.plans.length > 0 || found.band !== 'nothing' || !found.onSubject)
    return undefined;
  const facts = found.facts.filter((hit) => hit.found.plan === plan && hit.matched.length >= WORDS_TO_PASS);
  return ofFacts(desk, { ...found, facts, factsBand: 'closest' }, 'overview');
}

/** "what is being done about X" asks for the remedy where one is held, and for what the plans do where none is. */
function sayable(desk: Desk, { items }: Found, aspect: Aspect): Aspect {
  const [best] = items;
  if (aspect !== 'mitigation' || !best) return aspect;
  const report = reportOf(desk.setting, best.found);
  return report.known && report.latest.mitigation !== undefined ? aspect : 'overview';
}

const FIT: Readonly<Record<Band, number>> = { answer: 2, closest: 1, nothing: 0 };

/** A filter asks for items; without one the facts are meant where they fit better than the items do. */
function factsMeant({ band, factsBand, chance, facts }: Found, scope: Scope): boolean {
  if (!isOpen(scope.filter) || facts.length === 0 || factsBand === 'nothing') return false;
  if (factsBand !== band) return FIT[factsBand] > FIT[band];
  return chance.facts > chance.items + CLEARLY_BETTER;
}

function ofFacts(desk: Desk, found: Found, aspect: Aspect): Draft | undefined {
  const [fact, ...others] = worthSaying(found, found.facts[0]?.score ?? 0);
  if (!fact) return undefined;
  const closest = found.factsBand === 'closest';
  const items = found.band === 'nothing' ? [] : near(found);
  const draft = composeFacts(desk.setting, [fact, ...others], { closest, items, aspect });
  return { ...draft, notes: found.facts[0]?.notes ?? found.notes };
}

function ofItems(desk: Desk, found: Found, scope: Scope, aspect: Aspect): Draft {
  const [best] = found.items;
  if (!best || found.band === 'nothing') return nothing(desk, found, scope);
  const one = oneMeant(found, aspect);
  if (one) {
    const draft = composeItem(desk.setting, one, { aspect, matched: best.matched });
    const closest = found.band === 'closest' ? [paragraph(desk.setting.say.item.closest)] : [];
    return { ...draft, blocks: [...closest, ...(draft.blocks ?? [])], notes: best.notes ?? found.notes };
  }
  const items = found.items.map((hit) => hit.found);
  const { say } = desk.setting;
  const facts = isOpen(scope.filter) && found.factsBand === 'answer' ? worthSaying(found, best.score) : [];
  const beneath = factsBeneath(desk.setting, facts.slice(0, FACTS_BENEATH));
  const draft = composeItems(desk.setting, {
    kind: kindFor(aspect) === 'status' ? 'status' : 'items',
    headline: found.band === 'closest' ? say.item.closest : say.item.topic(items.length),
    items,
    aspect,
    from: desk.from,
    after: beneath.blocks,
    sources: beneath.sources,
  });
  return { ...draft, notes: best.notes ?? found.notes };
}

/** Of what merely comes close one is meant where something is asked of it and nothing else comes as close. */
function oneMeant(found: Found, aspect: Aspect): Item | undefined {
  if (found.band === 'closest' && (aspect === 'overview' || found.items.length > 1)) return undefined;
  return aspect === 'overview' && !found.clear ? undefined : theOneIn(found);
}

function nothing(desk: Desk, found: Found, scope: Scope): Draft {
  // Who names a plan, or asks for items of a kind, asks about the plans whatever the other words are.
  const about = found.onSubject || scope.plans.length > 0 || !isOpen(scope.filter);
  if (!about) return composeOutOfScope(desk.setting);
  return composeNotFound(desk.setting, scope.plans, near(found));
}

function worthSaying({ facts }: Found, best: number): readonly Fact[] {
  return facts.filter(({ score }) => score >= WORTH_SAYING * best).map((hit) => hit.found);
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

/** A fact about a plan: of the topic and of what else is said, else by the topic, the plan's own record or the words. */
export const actFact: Handler<'fact'> = (desk, { topics, words, about = '', scope, aspect }) => {
  const found = findIn(desk, words, scope);
  if (about !== '') return factOn(desk, { topics, about, found, scope, aspect });
  // Of several plans the record says it of each, where facts would be cut off after a few.
  const every = plansOf(desk, scope).length > 1 ? fromRecord(desk, topics, scope) : undefined;
  if (every) return every;
  const onTopic = byTopic(desk, topics, scope, found);
  const [fact, ...others] = onTopic;
  if (fact && isPassedBy(found, onTopic)) return ofOthers(desk, found, aspect);
  if (fact && (found.lacking ?? []).length === 0)
    return composeFacts(desk.setting, [fact, ...others], { aspect });
  const record = fact ? undefined : fromRecord(desk, topics, scope);
  if (record) return record;
  // What a plan's record would say and does not, no item says either.
  const ofRecord = topics.some((topic) => RECORD[topic] !== undefined);
  const draft = fact || ofRecord ? undefined : byWords(desk, found, scope, aspect);
  return draft ?? composeFactMissing(desk.setting, plansOf(desk, scope), near(found));
};

interface AskedOn {
  readonly topics: readonly string[];
  /** What it is asked of beside the topic. */
  readonly about: string;
  /** By all the words. */
  readonly found: Found;
  readonly scope: Scope;
  readonly aspect: Aspect;
}

/** "who chairs X", "the budget of Y": only what speaks of X or Y answers, never another fact on chairs or budgets. */
function factOn(desk: Desk, { topics, about, found, scope, aspect }: AskedOn): Draft {
  const asked = findIn(desk, about, scope);
  const telling = asked.factsBand === 'answer' ? worthSaying(asked, asked.facts[0]?.score ?? 0) : [];
  const [fact, ...others] = telling.filter(({ topic }) => topics.includes(topic));
  if (fact) return composeFacts(desk.setting, [fact, ...others], { aspect });
  // Of one plan what is said beside the topic may be all that is meant: "what's in it for X".
  const byAbout = scope.plans.length === 1 && telling.length > 0 ? ofFacts(desk, asked, aspect) : undefined;
  if (byAbout) return byAbout;
  const byAll = asked.factsBand === 'nothing' ? undefined : byWords(desk, found, scope, aspect);
  if (byAll) return byAll;
  if (asked.band !== 'answer') return nothing(desk, found, scope);
  return ofItems(desk, { ...found, facts: [], factsBand: 'nothing' }, scope, sayable(desk, found, aspect));
}

/** Another fact has words of the question where those on the topic have none: the topic was not what was asked. */
function isPassedBy({ facts }: Found, onTopic: readonly Fact[]): boolean {
  const [best] = facts;
  if (!best || onTopic.includes(best.found) || best.matched.length < WORDS_TO_PASS) return false;
  return facts.every((hit) => hit.matched.length === 0 || !onTopic.includes(hit.found));
}

function ofOthers(desk: Desk, found: Found, aspect: Aspect): Draft {
  const shown = { ...found, factsBand: found.factsBand === 'answer' ? 'answer' : 'closest' } as const;
  return ofFacts(desk, shown, aspect) ?? composeFactMissing(desk.setting, [], near(found));
}

/** What the words themselves find, where no fact is of the topic: over several plans only what answers, never the merely close. */
function byWords(desk: Desk, found: Found, scope: Scope, aspect: Aspect): Draft | undefined {
  if (found.factsBand === 'answer') return ofFacts(desk, found, aspect);
  // Of one plan that was named, what is closest is said to be so rather than that nothing is held.
  if (scope.plans.length === 1 && found.factsBand === 'closest') return ofFacts(desk, found, aspect);
  return found.band === 'answer' ? ofItems(desk, found, scope, aspect) : undefined;
}

/** Facts on the topics, those that the words find first, then the newest. */
function byTopic(desk: Desk, topics: readonly string[], scope: Scope, found: Found): readonly Fact[] {
  const { library, memory } = desk.context;
  const rank = new Map(found.facts.map((hit, index) => [hit.found, index]));
  const place = (fact: Fact): number => rank.get(fact) ?? Number.MAX_SAFE_INTEGER;
  const held = plansOf(desk, scope).flatMap((plan) => library.factsOf(plan));
  const onTopic = held.filter(({ topic }) => topics.includes(topic));
  const ofMoney = topics.includes('funding') ? held.filter(saysASum) : [];
  return (onTopic.length > 0 ? onTopic : ofMoney)
    .sort(
      (a, b) =>
        place(a) - place(b) ||
        Number(b.plan === memory.plan) - Number(a.plan === memory.plan) ||
        day(b).localeCompare(day(a)),
    )
    .slice(0, MOST_FACTS);
}

/** A sum of money says what is asked about funding in any language. */
function saysASum({ text }: Fact): boolean {
  return /[£€]\s?\d/u.test(`${text.cy ?? ''} ${text.en ?? ''}`);
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
