import type { Block } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Aspect } from '../domain/intent.ts';
import type { Fact, Item, Plan, PlanId, Source } from '../domain/model.ts';
import { inLocale } from '../language/format.ts';
import {
  askFor,
  citationOf,
  factsBlock,
  namesOf,
  notice,
  paragraph,
  planTitle,
  row,
  textOf,
  titleOfPlan,
  type Row,
} from './parts.ts';
import type { Draft, Setting } from './setting.ts';

/** So many facts are shown in one answer. */
export const MOST_FACTS = 5;

/** What the plan's own record says, for questions to which no dated fact speaks. */
export type RecordTopic = 'owners' | 'published' | 'title' | 'summary';

/** A fact that is asked for: the best in the first sentence, the others beneath, each with date and source. */
export function composeFacts(
  setting: Setting,
  facts: readonly [Fact, ...Fact[]],
  options: { readonly closest?: boolean; readonly items?: readonly Item[]; readonly aspect?: Aspect } = {},
): Draft {
  const { plan: say } = setting.say;
  const [best, ...others] = facts.slice(0, MOST_FACTS);
  const shown = best ? [best, ...others] : [];
  const first = facts[0];
  const title = titleOfPlan(setting, first.plan);
  const otherLanguage = first.text[setting.locale] === undefined;
  const aspect = options.aspect === 'source' || options.aspect === 'confidence';
  return {
    kind: 'fact',
    headline: factSentence(setting, first, title),
    blocks: [
      ...(options.closest ? [notice(say.factClosest)] : []),
      ...(aspect ? [paragraph(say.factSource(citationOf(setting, first.source).words.text))] : []),
      ...(otherLanguage ? factsBlock([factRow(setting, first)]) : []),
      ...factsBlock(others.map((fact) => factRow(setting, fact, fact.plan !== first.plan))),
      ...(first.tiedToPlan === false ? [notice(say.factNotTied)] : []),
    ],
    plans: shown.map(({ plan }) => plan),
    sources: shown.map(({ source }) => source),
    asks: (options.items ?? []).slice(0, 3).map((item) => askFor(setting, item)),
  };
}

/** The fact with its plan and its date, neither said where its own words say it. */
function factSentence(setting: Setting, fact: Fact, title: string): string {
  const { plan: say, words } = setting.say;
  const text = textOf(setting, fact.text);
  const dated = fact.date === undefined || !text.includes(words.date(fact.date));
  const named = !text.startsWith(title);
  if (named) return say.factHeadline(dated ? say.factOf(title, dateWords(setting, fact)) : title, text);
  return dated ? say.factHeadline(dateWords(setting, fact), text) : text;
}

function dateWords(setting: Setting, fact: Fact): string {
  const { plan: say } = setting.say;
  return fact.date === undefined ? say.factUndated : say.factDated(fact.date);
}

/** A fact as a row: its date, or that it has none, as the label. */
export function factRow(setting: Setting, fact: Fact, named = false): Row {
  const dated =
    fact.tiedToPlan === false
      ? setting.say.plan.factLoose(dateWords(setting, fact))
      : dateWords(setting, fact);
  const label = named ? setting.say.plan.factOf(titleOfPlan(setting, fact.plan), dated) : dated;
  return row(label, inLocale(fact.text, setting.locale));
}

/** Facts that fit beside items. */
export function factsBeneath(
  setting: Setting,
  facts: readonly Fact[],
): { blocks: readonly Block[]; sources: readonly Source[] } {
  if (facts.length === 0) return { blocks: [], sources: [] };
  return {
    blocks: [
      { type: 'heading', text: setting.say.item.alsoFacts },
      ...factsBlock(facts.map((fact) => factRow(setting, fact, setting.known.plans.length > 1))),
    ],
    sources: facts.map(({ source }) => source),
  };
}

/** What the records of plans say: owners, date of publication, title. Undefined where none says it. */
export function composeRecord(
  setting: Setting,
  plans: readonly Plan[],
  topic: RecordTopic,
): Draft | undefined {
  const said = plans.flatMap((plan) => {
    const sentence = recordSentence(setting, plan, topic);
    return sentence === undefined ? [] : [{ plan, sentence }];
  });
  const [first, ...others] = said;
  if (!first) return undefined;
  return {
    kind: 'fact',
    headline: first.sentence,
    blocks: others.map(({ sentence }) => paragraph(sentence)),
    plans: said.map(({ plan }) => plan.id),
    sources: said.map(({ plan }) => plan.source),
  };
}

function recordSentence(setting: Setting, plan: Plan, topic: RecordTopic): string | undefined {
  const { plan: say } = setting.say;
  const title = planTitle(setting, plan);
  switch (topic) {
    case 'owners':
      return plan.owners.length > 0 ? say.factOwners(title, namesOf(setting, plan.owners).text) : undefined;
    case 'published':
      return plan.published === undefined ? undefined : say.factPublished(title, plan.published);
    case 'title':
      return say.factTitle(title);
    case 'summary':
      return plan.summary && say.factSummary(title, textOf(setting, plan.summary));
    default:
      return assertNever(topic);
  }
}

/** Nothing is held about what was asked of these plans. */
export function composeFactMissing(
  setting: Setting,
  plans: readonly PlanId[],
  near: readonly Item[] = [],
): Draft {
  const { plan: say } = setting.say;
  const [only, ...others] = plans;
  return {
    kind: 'not-found',
    headline:
      only !== undefined && others.length === 0
        ? say.factMissing(titleOfPlan(setting, only))
        : say.factMissingAll,
    plans: others.length === 0 ? plans : [],
    asks: near.length > 0 ? near.slice(0, 3).map((item) => askFor(setting, item)) : [setting.say.ask.plans],
  };
}
