import type { Answer, Ask, Block } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Distress, Intent, Note, Smalltalk } from '../domain/intent.ts';
import type { Helpline, Item, ItemKind, Locale, Nation, PlanId } from '../domain/model.ts';
import { messagesFor } from '../language/messages.ts';
import { declaredWords, heldWords } from './coverage.ts';
import { askFor, factsBlock, notice, paragraph, row, textOf, titleOfPlan } from './parts.ts';
import type { Draft, Setting } from './setting.ts';

/** About the plans' subject, but nothing fits; near matches are buttons only. */
export function composeNotFound(setting: Setting, plans: readonly PlanId[], near: readonly Item[]): Draft {
  const { talk } = setting.say;
  const [only, ...others] = plans;
  const named = only !== undefined && others.length === 0;
  return {
    kind: 'not-found',
    headline: named ? talk.notFoundIn(titleOfPlan(setting, only)) : talk.notFound,
    blocks: [...(named ? gapOf(setting, only) : []), paragraph(talk.notFoundNext)],
    plans: named ? [only] : [],
    asks: near.length > 0 ? near.slice(0, 3).map((item) => askFor(setting, item)) : planAsks(setting),
  };
}

/** That a plan has more than is held may be why nothing was found. */
function gapOf(setting: Setting, id: PlanId): readonly Block[] {
  const gap = setting.known.coverageOf(id).some(({ declared, held }) => (declared ?? 0) > held);
  const declared = declaredWords(setting, id);
  if (!gap || declared === undefined) return [];
  return [paragraph(setting.say.talk.planHolds(titleOfPlan(setting, id), declared, heldWords(setting, id)))];
}

export interface UnknownRef {
  readonly ref: string;
  readonly kind: ItemKind | undefined;
  readonly plans: readonly PlanId[];
  /** The highest number that the one plan asked about has, where that is known. */
  readonly highest?: { readonly plan: PlanId; readonly number: number };
  readonly near: readonly Item[];
}

/** A number that no plan has, or none that we know of. */
export function composeUnknownRef(setting: Setting, { ref, kind, highest, near }: UnknownRef): Draft {
  const { talk } = setting.say;
  return {
    kind: 'not-found',
    headline: highest
      ? talk.notFoundAbove(ref, kind, highest.number, titleOfPlan(setting, highest.plan))
      : talk.notFoundRef(ref),
    blocks: [paragraph(talk.notFoundNext)],
    plans: highest ? [highest.plan] : [],
    asks: near.length > 0 ? near.slice(0, 3).map((item) => askFor(setting, item)) : planAsks(setting),
  };
}

function planAsks(setting: Setting): readonly Ask[] {
  const { ask } = setting.say;
  return [ask.plans, ask.help];
}

export function composeOutOfScope(setting: Setting): Draft {
  const { talk } = setting.say;
  return {
    kind: 'out-of-scope',
    headline: talk.outOfScope,
    blocks: [paragraph(talk.outOfScopeHint)],
    asks: planAsks(setting),
  };
}

export function composeUnclear(setting: Setting, why: Extract<Intent, { kind: 'unclear' }>['why']): Draft {
  return { kind: 'unclear', headline: setting.say.talk.unclear[why], asks: planAsks(setting) };
}

/** What can be asked, with sentences to try. */
export function composeHelp(setting: Setting, about: Extract<Intent, { kind: 'help' }>['about']): Draft {
  const { talk, ask } = setting.say;
  const { help } = talk;
  const paragraphs = (texts: readonly string[]): readonly Block[] => texts.map(paragraph);
  switch (about) {
    case 'digest':
      return {
        kind: 'help',
        headline: help.digestHeadline,
        blocks: paragraphs([help.digestHow, help.digestStop]),
        asks: [ask.changes, ask.help],
      };
    case 'language':
      return {
        kind: 'help',
        headline: help.languageHeadline,
        blocks: paragraphs([help.languageHow]),
        asks: [ask.language, ask.help],
      };
    case 'search':
      return {
        kind: 'help',
        headline: help.searchHeadline,
        blocks: paragraphs([help.searchHow, help.searchBands]),
        asks: planAsks(setting),
      };
    case undefined:
      return {
        kind: 'help',
        headline: help.headline,
        blocks: paragraphs([
          help.plans,
          help.items,
          help.progress,
          help.time,
          help.digest,
          help.language,
          help.honesty,
        ]),
        asks: [ask.plans, ask.atRisk, ask.changes, ask.digest, ask.language],
      };
    default:
      return assertNever(about);
  }
}

export function composeSmalltalk(setting: Setting, which: Smalltalk): Draft {
  const { talk, ask } = setting.say;
  const ended = which === 'thanks' || which === 'farewell';
  return {
    kind: 'smalltalk',
    headline: talk.smalltalk[which],
    blocks: ended ? [] : [paragraph(talk.smalltalkHint)],
    asks: ended ? [] : [ask.plans, ask.help],
  };
}

/** The confirmation of a language wish, in the new language. */
export function languageWords(setting: Setting, locales: readonly Locale[]): string {
  const { language } = setting.say.talk;
  return locales.length > 1 ? language.both : language.set;
}

/** Human help first, for the nation configured; private, short, and nothing of the plans beside it. */
export function composeSignpost(
  setting: Setting,
  distress: Distress,
  helplines: readonly Helpline[],
  nation: Nation,
): Draft {
  const { signpost } = setting.say.talk;
  const lines = fittingLines(helplines, nation, distress.severity, setting.locale);
  const rows = lines.map((line) => {
    const how = textOf(setting, line.how);
    return row(textOf(setting, line.name), line.phone === undefined ? how : signpost.line(line.phone, how));
  });
  return {
    kind: 'signpost',
    headline: signpostHeadline(setting, distress),
    blocks: [
      ...(distress.about === 'other' ? [paragraph(signpost.other)] : []),
      ...factsBlock(rows),
      paragraph(signpost.elsewhere[nation]),
    ],
    private: true,
  };
}

function signpostHeadline(setting: Setting, { severity, about }: Distress): string {
  const { signpost } = setting.say.talk;
  const self = about === 'self';
  switch (severity) {
    case 'immediate':
      return self ? signpost.immediateSelf : signpost.immediateOther;
    case 'high':
      return self ? signpost.highSelf : signpost.highOther;
    case 'low':
      return self ? signpost.lowSelf : signpost.lowOther;
    default:
      return assertNever(severity);
  }
}

const ORDER: Readonly<Record<Distress['severity'], readonly Helpline['use'][]>> = {
  immediate: ['immediate', 'anyone', 'staff'],
  high: ['anyone', 'immediate', 'staff'],
  low: ['anyone', 'staff', 'immediate'],
};

/** In the order of need. A line of one language is open for part of the day: it follows those that always are, for its readers alone. */
function fittingLines(
  helplines: readonly Helpline[],
  nation: Nation,
  severity: Distress['severity'],
  locale: Locale,
): readonly Helpline[] {
  const here = helplines
    .filter(({ nations }) => nations.length === 0 || nations.includes(nation))
    .filter(({ speaks }) => speaks === undefined || speaks === locale);
  return ORDER[severity].flatMap((use) => {
    const ofUse = here.filter((line) => line.use === use);
    return [
      ...ofUse.filter(({ speaks }) => speaks === undefined),
      ...ofUse.filter(({ speaks }) => speaks !== undefined),
    ];
  });
}

/** What was read differently from what was typed, and which plan was assumed. */
export function noteBlocks(setting: Setting, notes: readonly Note[]): readonly Block[] {
  const { talk } = setting.say;
  return notes.map((note) => {
    switch (note.kind) {
      case 'mended':
        return notice(talk.mended(note.typed, note.read));
      case 'vocabulary':
        return notice(talk.vocabulary(note.typed, note.read));
      case 'assumed-plan':
        return notice(talk.assumedPlan(titleOfPlan(setting, note.plan)));
      case 'unused':
        return notice(talk.unused(note.typed));
      case 'nothing-for':
        return notice(talk.nothingFor(note.typed));
      case 'plans-held':
        return notice(talk.plansHeld(note.plans.map((plan) => titleOfPlan(setting, plan))));
      case 'not-on-track':
        return notice(talk.notOnTrack);
      default:
        return assertNever(note);
    }
  });
}

/** A fault, with the number by which it can be found in the log. */
export function apology(locale: Locale, faultId: string): Answer {
  const { talk } = messagesFor(locale);
  const blocks: readonly Block[] = [paragraph(talk.apologyNext)];
  return { locale, kind: 'apology', headline: talk.apology(faultId), blocks, items: [], private: false };
}

/** Something that is not allowed here; `who` names those who may. */
export function refused(
  locale: Locale,
  what: 'progress' | 'subscription' | 'other',
  who: readonly string[] = [],
): Answer {
  const { talk, words } = messagesFor(locale);
  const blocks = who.length > 0 ? [paragraph(talk.refused.who(words.names(who)))] : [];
  return { locale, kind: 'refused', headline: talk.refused[what], blocks, items: [], private: false };
}
