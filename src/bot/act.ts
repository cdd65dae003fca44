import { composeCoverage } from '../compose/coverage.ts';
import { finish } from '../compose/finish.ts';
import { paragraph } from '../compose/parts.ts';
import { composeDefaultPlan, composePlan, composePlans, composeThemes } from '../compose/plans.ts';
import type { Draft } from '../compose/setting.ts';
import {
  composeHelp,
  composeOutOfScope,
  composeSignpost,
  composeSmalltalk,
  composeUnclear,
  languageWords,
  noteBlocks,
} from '../compose/talk.ts';
import type { Answer, AnswerKind } from '../domain/answer.ts';
import type { Memory } from '../domain/conversation.ts';
import type { Intent, Note, Query } from '../domain/intent.ts';
import { deskOf, messagesOf, plansOf, type Desk, type Handler } from './act-desk.ts';
import { actFact, actTopic } from './act-find.ts';
import { actCompare, actCount, actList, actStatus } from './act-list.ts';
import { actByReference, actKnownItems } from './act-reference.ts';
import { actAsAt, actChanges, actHistory } from './act-time.ts';
import type { Acted, ActContext } from './context.ts';

export { mergeAnswers } from '../compose/merge.ts';
export { apology, refused } from '../compose/talk.ts';

/** The answer to one question, and what the conversation is about after it. Pure: effects are done by who calls. */
export function act(query: Query, context: ActContext): Acted {
  const { intent } = query;
  if (intent.kind === 'more') return goOn(query, context);
  if (intent.kind === 'set-language') return inLanguage(intent, context);
  return answered(deskOf(context), intent, query.notes);
}

function answered(desk: Desk, intent: Intent, notes: readonly Note[]): Acted {
  const draft = drafted(desk, intent);
  const said = noteBlocks(desk.setting, distinct([...notes, ...(draft.notes ?? [])]));
  const answer = finish(desk.setting, draft, said);
  return { answer, memory: remembered(desk.context, intent, draft, answer) };
}

function distinct(notes: readonly Note[]): readonly Note[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()];
}

type Handlers = { readonly [K in Intent['kind']]: Handler<K> };

const HANDLERS: Handlers = {
  'by-reference': actByReference,
  'known-items': actKnownItems,
  topic: actTopic,
  list: actList,
  count: actCount,
  status: actStatus,
  fact: actFact,
  compare: actCompare,
  changes: actChanges,
  history: actHistory,
  'as-at': actAsAt,
  plan: ({ setting, context }, intent) => {
    const plan = context.library.plan(intent.plan);
    return plan ? composePlan(setting, plan) : composePlans(setting, context.library.plans);
  },
  plans: ({ setting, context }) => composePlans(setting, context.library.plans),
  themes: (desk, { scope }) =>
    composeThemes(desk.setting, plansOf(desk, scope), themesIn(desk, scope.filter.themes ?? [])),
  coverage: (desk, { scope }) => composeCoverage(desk.setting, plansOf(desk, scope)),
  'set-default-plan': ({ setting }, { plan }) => composeDefaultPlan(setting, plan),
  help: ({ setting }, { about }) => composeHelp(setting, about),
  // Digests have a part of their own; whoever comes here is told how to ask for one.
  subscribe: ({ setting }) => composeHelp(setting, 'digest'),
  unsubscribe: ({ setting }) => composeHelp(setting, 'digest'),
  smalltalk: ({ setting }, { which }) => composeSmalltalk(setting, which),
  update: ({ setting }) => ({ kind: 'refused', headline: setting.say.talk.refused.progress }),
  signpost: ({ setting, context }, { distress }) =>
    composeSignpost(setting, distress, context.helplines, context.nation),
  'out-of-scope': ({ setting }) => composeOutOfScope(setting),
  unclear: ({ setting }, { why }) => composeUnclear(setting, why),
  // Both are answered before they come here; one that points at itself cannot be.
  more: ({ setting }) => composeUnclear(setting, 'nothing-to-point-at'),
  'set-language': ({ setting }) => composeHelp(setting, 'language'),
};

/** One handler for each kind of intent; the table's type holds them together, which an index alone cannot say. */
function drafted<K extends Intent['kind']>(desk: Desk, intent: Extract<Intent, { kind: K }>): Draft {
  const handler: Handler<K> = HANDLERS[intent.kind];
  return handler(desk, intent);
}

function themesIn(desk: Desk, ids: readonly Parameters<Desk['context']['library']['theme']>[0][]) {
  return ids.flatMap((id) => desk.context.library.theme(id) ?? []);
}

/** Goes on with the last list from where it stopped; a count goes on as the list of what it counted. */
function goOn(query: Query, context: ActContext): Acted {
  const { last, shown } = context.memory;
  if (!last) return answered(deskOf(context), { kind: 'unclear', why: 'nothing-to-point-at' }, query.notes);
  if (isOneShown(context.memory)) return noMoreOf(query, context, last);
  const intent: Intent =
    last.kind === 'count' ? { ...last, kind: 'list', order: 'document', aspect: 'overview' } : last;
  const acted = answered({ ...deskOf(context), from: shown }, intent, query.notes);
  return shown >= acted.answer.items.length ? noMoreAfter(acted, context) : acted;
}

/** One thing was shown whole: there is nothing to go on with. */
function isOneShown({ items, shown, last }: Memory): boolean {
  return items.length === 1 && shown > 0 && last?.kind !== 'count';
}
function noMoreOf(query: Query, context: ActContext, last: Intent): Acted {
  return noMoreAfter(answered(deskOf(context), last, query.notes), context);
}
/** One line says that all has been shown. */
function noMoreAfter({ answer }: Acted, context: ActContext): Acted {
  const headline = messagesOf(context).item.noMore;
  return { answer: { ...answer, headline, blocks: [] }, memory: context.memory };
}

/** Confirms the wish in the language wished for; with `again` the last answer follows in it. */
function inLanguage(intent: Extract<Intent, { kind: 'set-language' }>, context: ActContext): Acted {
  const locale = intent.locales.includes(context.locale) ? context.locale : intent.locales[0];
  const desk = deskOf({ ...context, locale });
  const headline = languageWords(desk.setting, intent.locales);
  const { last } = context.memory;
  const memory = { ...context.memory, locale };
  if (!intent.again || !last) {
    const draft: Draft = { kind: 'language', headline, asks: [desk.setting.say.ask.help] };
    return { answer: finish(desk.setting, draft), memory };
  }
  const repeated = answered(desk, last, []);
  const blocks = [paragraph(repeated.answer.headline), ...repeated.answer.blocks];
  return {
    answer: { ...repeated.answer, kind: 'language', headline, blocks },
    memory: { ...repeated.memory, locale },
  };
}

/** Kinds after which the conversation is about something else; the others leave it as it was. */
const ABOUT_PLANS: readonly AnswerKind[] = [
  'item',
  'items',
  'status',
  'count',
  'changes',
  'history',
  'fact',
  'plan',
  'plans',
  'themes',
  'coverage',
  'not-held',
];

function remembered(context: ActContext, intent: Intent, draft: Draft, answer: Answer): Memory {
  const { memory, locale } = context;
  if (!ABOUT_PLANS.includes(answer.kind)) return { ...memory, locale };
  const shownPlans = answer.items.flatMap((id) => context.library.item(id)?.plan ?? []);
  const [plan, ...others] = new Set(shownPlans.length > 0 ? shownPlans : (draft.plans ?? []));
  const last = intent.kind === 'set-default-plan' ? memory.last : intent;
  const list = isList(intent, answer) ? { intent, items: answer.items } : memory.list;
  return {
    items: answer.items,
    shown: draft.shown ?? answer.items.length,
    locale,
    ...(plan !== undefined && others.length === 0 && { plan }),
    ...(last && { last }),
    ...(list && { list }),
  };
}

/** A list by what was asked, however few it shows; else several items that no list before had brought up. */
function isList(intent: Intent, { items }: Answer): boolean {
  if (intent.kind === 'list' || intent.kind === 'count' || intent.kind === 'changes') return true;
  return intent.kind !== 'known-items' && items.length > 1;
}
