import type { Answer, Block } from '../domain/answer.ts';
import { NO_END, type IsoDate } from '../domain/dates.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { ItemFilter } from '../domain/scope.ts';
import type { Locale, LocalText } from '../domain/model.ts';
import { finish } from './finish.ts';
import { factsBlock, heading, namesOf, notice, paragraph, row, type Row } from './parts.ts';
import type { Setting } from './setting.ts';

/** One subscription as people are told of it. */
export interface Planned {
  readonly schedule: Schedule;
  readonly locales: readonly Locale[];
  readonly personal: boolean;
  /** Titles of what it is about; none: all plans. */
  readonly about: readonly LocalText[];
  /** What its items are narrowed to, beside plans and themes. */
  readonly filter?: ItemFilter;
  readonly lastOn?: IsoDate;
  readonly nextOn?: IsoDate;
  /** Only while it is paused; `NO_END`: until it is resumed. */
  readonly pausedUntil?: IsoDate;
}

export interface Created {
  readonly planned: Planned;
  /** A digest that was there already has been changed. */
  readonly replaced: boolean;
  /** What the person did not say and was chosen for them. */
  readonly defaulted?: 'day' | 'time' | 'both';
  readonly firstOn?: IsoDate;
  /** Less often than weekly was asked for. */
  readonly rarer?: boolean;
  /** Whether posts reach this conversation at all. */
  readonly canPost: boolean;
}

/** What has been set up: day, time and zone said back, what was chosen for the person, and how to stop it. */
export function composeCreated(setting: Setting, created: Created): Answer {
  const { digest: say } = setting.say;
  const { schedule, personal } = created.planned;
  const sentence = created.replaced ? say.replaced : say.created;
  return finish(setting, {
    kind: 'subscribe',
    headline: sentence(say.when(schedule), personal),
    blocks: [
      ...(created.rarer === true ? [notice(say.weeklyAtLeast)] : []),
      ...(created.defaulted ? [paragraph(say.defaulted(created.defaulted))] : []),
      ...(created.firstOn ? [paragraph(say.next(created.firstOn))] : []),
      ...(created.canPost ? [] : [notice(say.noPosts)]),
      ...factsBlock(rowsOf(setting, created.planned)),
      paragraph(say.stopHint),
    ],
    asks: [say.asks.preview, say.asks.stop],
  });
}

/** What a digest is after a change, whole. */
export function composeChanged(setting: Setting, planned: Planned): Answer {
  const { digest: say } = setting.say;
  return finish(setting, {
    kind: 'subscribe',
    headline: say.replaced(say.when(planned.schedule), planned.personal),
    blocks: [...factsBlock(rowsOf(setting, planned)), paragraph(say.stopHint)],
    asks: [say.asks.preview, say.asks.stop],
  });
}

/** That nothing is sent for a while, until when, and how to go on. */
export function composePaused(setting: Setting, planned: readonly Planned[], until: IsoDate): Answer {
  const { digest: say } = setting.say;
  return finish(setting, {
    kind: 'subscribe',
    headline: until === NO_END ? say.paused : say.pausedUntil(until),
    blocks: [...planBlocks(setting, planned), paragraph(say.resumeHint)],
    asks: [say.asks.resume, say.asks.stop],
  });
}

/** That the digest is sent again, or that it was not paused. */
export function composeResumed(setting: Setting, planned: readonly Planned[], wasPaused: boolean): Answer {
  const { digest: say } = setting.say;
  return finish(setting, {
    kind: 'subscribe',
    headline: wasPaused ? say.resumed : say.notPaused,
    blocks: planBlocks(setting, planned),
    asks: [say.asks.preview, say.asks.stop],
  });
}

/** The digests of a place; of several each under its time. */
function planBlocks(setting: Setting, planned: readonly Planned[]): readonly Block[] {
  const headed = planned.length > 1;
  return planned.flatMap((each) => [
    ...(headed ? [heading(setting.say.digest.when(each.schedule))] : []),
    ...factsBlock(rowsOf(setting, each)),
  ]);
}

/** The digests of a place, or that there is none. */
export function composeSubscriptions(setting: Setting, planned: readonly Planned[]): Answer {
  const { digest: say, ask } = setting.say;
  return finish(setting, {
    kind: 'subscribe',
    headline: planned.length === 0 ? say.listNone : say.list(planned.length),
    blocks: planBlocks(setting, planned),
    asks: planned.length === 0 ? [ask.digest] : [say.asks.preview, say.asks.stop],
  });
}

/** What has been stopped, or that there was nothing to stop. */
export function composeStopped(setting: Setting, stopped: number): Answer {
  const { digest: say, ask } = setting.say;
  const headline = stopped === 0 ? say.nothingToStop : say.stopped(stopped);
  return finish(setting, { kind: 'unsubscribe', headline, asks: [ask.digest] });
}

/** Told once, privately, to the person whose digest can no longer be delivered. */
export function composeUnreachable(setting: Setting, schedule: Schedule): Answer {
  const { digest: say } = setting.say;
  return finish(setting, {
    kind: 'unsubscribe',
    headline: say.unreachable(say.when(schedule)),
    blocks: [paragraph(say.unreachableHow)],
    private: true,
  });
}

function rowsOf(setting: Setting, planned: Planned): readonly Row[] {
  const { about, locales, personal, schedule } = planned;
  const { digest: say } = setting.say;
  const narrowed = narrowedTo(setting, planned);
  return [
    row(say.fields.what, about.length === 0 ? say.scopeAll : namesOf(setting, about)),
    ...(narrowed.length > 0 ? [row(say.fields.what, narrowed.join(', '))] : []),
    row(say.fields.when, say.when(schedule)),
    row(say.fields.where, say.where(personal)),
    row(say.fields.languages, say.languages(locales)),
    ...deliveryRows(setting, planned),
  ];
}

/** The kinds, standings and leads that were asked for, as far as words name them. */
function narrowedTo({ say }: Setting, { filter = {} }: Planned): readonly string[] {
  const { words } = say;
  const standings = (filter.standings ?? []).map((test) => {
    if ('label' in test) return test.label;
    return words.standing(
      'rating' in test ? { stage: 'in_progress', rating: test.rating } : { stage: test.stage },
    );
  });
  return [
    ...(filter.overdue === true ? [say.digest.overdueOnly] : []),
    ...(filter.kinds ?? []).map((kind) => words.kinds(kind)),
    ...standings,
    ...(filter.leads ?? []),
  ];
}

/** Of a digest that is there: when it was last sent and when it is sent next. */
function deliveryRows(setting: Setting, { lastOn, nextOn, pausedUntil }: Planned): readonly Row[] {
  const { digest: say, words } = setting.say;
  if (nextOn === undefined && pausedUntil === undefined) return [];
  return [
    row(say.fields.last, lastOn === undefined ? say.notSentYet : words.date(lastOn)),
    row(say.fields.next, nextOn === undefined ? say.paused : words.date(nextOn)),
  ];
}
