import type { Answer } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import { addDays, NO_END, type DateWindow, type Instant, type IsoDate } from '../domain/dates.ts';
import type { Subscription, SubscriptionId } from '../domain/digest.ts';
import type { Schedule } from '../domain/schedule.ts';
import type { Intent, SubscriptionWish } from '../domain/intent.ts';
import type { Locale, PlanId } from '../domain/model.ts';
import { composeDigest, composePreview } from '../compose/digest.ts';
import type { Known, Setting } from '../compose/setting.ts';
import {
  composeChanged,
  composeCreated,
  composePaused,
  composeResumed,
  composeStopped,
  composeSubscriptions,
  type Planned,
} from '../compose/subscription.ts';
import type { Inbound } from '../ports/channel.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Deliveries, Subscriptions } from '../ports/store.ts';
import { completeSchedule, dayIn, nextSending, nextSlot } from './schedule.ts';
import { summaryOf } from './summary.ts';

/** What a first digest looks back on. */
const FIRST_WINDOW_DAYS = 7;

export interface ManageDeps {
  readonly subscriptions: Pick<Subscriptions, 'saveSubscription' | 'subscriptionsOf'> &
    Pick<Deliveries, 'lastSent'>;
  /** Whether posts can be sent to a conversation of that channel at all. */
  readonly canPost: (channel: string) => boolean;
  readonly zone: string;
  readonly clock: Clock;
  readonly newId: NewId;
}

export type Wish = Extract<Intent, { kind: 'subscribe' | 'unsubscribe' }>;
export interface Situation {
  readonly known: Known;
  readonly locales: readonly [Locale, ...Locale[]];
  /** The plan that the place's or the person's questions are about. */
  readonly defaultPlan?: PlanId;
}
type InLocale = (setting: Setting) => Answer;

/** Does what a message asks of its place's digests and gives back how that is answered in each language. */
export async function manageDigests(
  deps: ManageDeps,
  intent: Wish,
  inbound: Inbound,
  { known, locales, defaultPlan }: Situation,
): Promise<InLocale> {
  if (intent.kind === 'unsubscribe') return stopAll(deps, inbound);
  const wish = withDefault(intent.wish, defaultPlan);
  const now = await mine(deps, inbound);
  switch (wish.verb) {
    case 'create':
      return create(deps, wish, inbound, known, locales);
    case 'change': {
      const changed = now.find(({ personal }) => personal === (wish.personal || inbound.direct)) ?? now[0];
      return changed
        ? change(deps, changed, intent.wish, known)
        : create(deps, wish, inbound, known, locales);
    }
    case 'pause':
      return pause(deps, now, wish.until, known);
    case 'resume':
      return resume(deps, now, known);
    case 'list':
      return list(deps, now, known);
    case 'preview':
    case 'run': {
      const summary = summaryOf(known, wish.scope, firstWindow(deps.clock.today()));
      return (setting) => composePreview(setting, composeDigest(setting, summary));
    }
    default:
      return assertNever(wish.verb);
  }
}

function withDefault(wish: SubscriptionWish, plan: PlanId | undefined): SubscriptionWish {
  const unnamed = wish.scope.plans.length === 0 && plan !== undefined;
  return unnamed ? { ...wish, scope: { ...wish.scope, plans: [plan] } } : wish;
}

/** The days that a digest tells of: from the day after the last one sent, or a week where there was none. */
export function windowSince(lastSent: Instant | undefined, today: IsoDate): DateWindow {
  if (lastSent === undefined) return firstWindow(today);
  const from = addDays(lastSent.slice(0, 10) as IsoDate, 1);
  return { from: from > today ? today : from, to: today };
}

function firstWindow(today: IsoDate): DateWindow {
  return { from: addDays(today, 1 - FIRST_WINDOW_DAYS), to: today };
}

async function create(
  deps: ManageDeps,
  wish: SubscriptionWish,
  inbound: Inbound,
  known: Known,
  locales: readonly [Locale, ...Locale[]],
): Promise<InLocale> {
  const personal = wish.personal || inbound.direct;
  const all = await deps.subscriptions.subscriptionsOf(inbound.place, inbound.author.key);
  const existing = all.find((one) => one.personal === personal);
  const subscription: Subscription = {
    id: existing?.id ?? (deps.newId() as SubscriptionId),
    conversation: inbound.place,
    person: inbound.author.key,
    personal,
    clearance: inbound.clearance,
    scope: wish.scope,
    schedule: completeSchedule(wish.schedule, deps.zone),
    locales: wish.locales ?? (personal ? locales : ['cy', 'en']),
    since: deps.clock.now(),
    state: 'active',
  };
  await deps.subscriptions.saveSubscription(subscription);
  const first = nextSlot(subscription.schedule, deps.clock.now());
  const planned = plannedOf(subscription, known);
  const defaulted = defaultedOf(wish.schedule);
  return (setting) =>
    composeCreated(setting, {
      planned,
      replaced: existing !== undefined,
      ...(defaulted && { defaulted }),
      ...(wish.rarer && { rarer: true }),
      ...(first && { firstOn: dayIn(subscription.schedule.zone, first) }),
      canPost: deps.canPost(channelName(inbound)),
    });
}

/** What is named changes; the rest stays as it was. */
async function change(
  deps: ManageDeps,
  before: Subscription,
  wish: SubscriptionWish,
  known: Known,
): Promise<InLocale> {
  const scoped = wish.scope.plans.length > 0 || Object.keys(wish.scope.filter).length > 0;
  const rescheduled = Object.keys(wish.schedule).length > 0;
  const after: Subscription = {
    ...before,
    schedule: completeSchedule({ ...before.schedule, ...wish.schedule }, deps.zone),
    locales: wish.locales ?? before.locales,
    scope: scoped ? wish.scope : before.scope,
    since: rescheduled ? deps.clock.now() : before.since,
  };
  await deps.subscriptions.saveSubscription(after);
  const planned = await delivered(deps, after, known);
  return (setting) => composeChanged(setting, planned);
}

async function pause(
  deps: ManageDeps,
  running: readonly Subscription[],
  until: IsoDate = NO_END,
  known: Known,
): Promise<InLocale> {
  const paused = running.map((one): Subscription => ({ ...one, pausedUntil: until }));
  for (const one of paused) await deps.subscriptions.saveSubscription(one);
  const planned = await Promise.all(paused.map((one) => delivered(deps, one, known)));
  return (setting) =>
    planned.length === 0 ? composeSubscriptions(setting, []) : composePaused(setting, planned, until);
}

async function resume(
  deps: ManageDeps,
  subscriptions: readonly Subscription[],
  known: Known,
): Promise<InLocale> {
  const today = deps.clock.today();
  const wasPaused = subscriptions.some(({ pausedUntil }) => pausedUntil !== undefined && pausedUntil > today);
  const running = subscriptions.map((one): Subscription =>
    one.pausedUntil === undefined ? one : { ...one, pausedUntil: today },
  );
  for (const one of running) await deps.subscriptions.saveSubscription(one);
  const planned = await Promise.all(running.map((one) => delivered(deps, one, known)));
  return (setting) =>
    planned.length === 0 ? composeSubscriptions(setting, []) : composeResumed(setting, planned, wasPaused);
}

async function list(
  deps: ManageDeps,
  subscriptions: readonly Subscription[],
  known: Known,
): Promise<InLocale> {
  const planned = await Promise.all(subscriptions.map((one) => delivered(deps, one, known)));
  return (setting) => composeSubscriptions(setting, planned);
}

/** A subscription with when it was last sent, when it is sent next, and until when it is paused. */
async function delivered(deps: ManageDeps, one: Subscription, known: Known): Promise<Planned> {
  const { zone } = one.schedule;
  const paused = one.pausedUntil !== undefined && one.pausedUntil > deps.clock.today();
  const last = await deps.subscriptions.lastSent(one.id);
  const next = nextSending(one.schedule, deps.clock.now(), one.pausedUntil);
  return {
    ...plannedOf(one, known),
    ...(last && { lastOn: dayIn(zone, last) }),
    ...(next && { nextOn: dayIn(zone, next) }),
    ...(paused && { pausedUntil: one.pausedUntil }),
  };
}

async function stopAll(deps: ManageDeps, inbound: Inbound): Promise<InLocale> {
  const stopped = await mine(deps, inbound);
  for (const subscription of stopped)
    await deps.subscriptions.saveSubscription({ ...subscription, state: 'stopped' });
  return (setting) => composeStopped(setting, stopped.length);
}

/** In a channel the channel's own digests; where it has none, and in a direct chat, the person's. */
async function mine(deps: ManageDeps, inbound: Inbound): Promise<readonly Subscription[]> {
  const all = await deps.subscriptions.subscriptionsOf(inbound.place, inbound.author.key);
  const shared = all.filter(({ personal }) => !personal);
  return inbound.direct || shared.length === 0 ? all : shared;
}

function plannedOf({ scope, schedule, locales, personal }: Subscription, known: Known): Planned {
  const plans = scope.plans.flatMap((id) => known.plan(id) ?? []);
  const themes = (scope.filter.themes ?? []).flatMap((id) => known.theme(id) ?? []);
  const { filter } = scope;
  return { schedule, locales, personal, filter, about: [...plans, ...themes].map(({ title }) => title) };
}

function defaultedOf(schedule: Partial<Schedule>): 'day' | 'time' | 'both' | undefined {
  const day = !schedule.days?.length;
  if (day && schedule.time === undefined) return 'both';
  if (day) return 'day';
  return schedule.time === undefined ? 'time' : undefined;
}

function channelName(inbound: Inbound): string {
  return inbound.conversation.split(':')[0] ?? '';
}
