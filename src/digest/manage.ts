import type { Answer } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import { addDays, type DateWindow, type Instant, type IsoDate } from '../domain/dates.ts';
import type { Schedule, Subscription, SubscriptionId } from '../domain/digest.ts';
import type { Intent, SubscriptionWish } from '../domain/intent.ts';
import type { Locale, PlanId } from '../domain/model.ts';
import { composeDigest, composePreview } from '../compose/digest.ts';
import type { Known, Setting } from '../compose/setting.ts';
import {
  composeCreated,
  composeStopped,
  composeSubscriptions,
  type Planned,
} from '../compose/subscription.ts';
import type { Inbound } from '../ports/channel.ts';
import type { Clock, NewId } from '../ports/clock.ts';
import type { Subscriptions } from '../ports/store.ts';
import { completeSchedule, nextSlot } from './schedule.ts';
import { summaryOf } from './summary.ts';

/** What a first digest looks back on. */
const FIRST_WINDOW_DAYS = 7;

export interface ManageDeps {
  readonly subscriptions: Pick<Subscriptions, 'saveSubscription' | 'subscriptionsOf'>;
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
  switch (wish.verb) {
    case 'create':
      return create(deps, wish, inbound, known, locales);
    case 'list':
      return list(deps, inbound, known);
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
      ...(first && { firstOn: dayIn(subscription.schedule.zone, first) }),
      canPost: deps.canPost(channelName(inbound)),
    });
}

async function list(deps: ManageDeps, inbound: Inbound, known: Known): Promise<InLocale> {
  const planned = (await mine(deps, inbound)).map((one) => plannedOf(one, known));
  return (setting) => composeSubscriptions(setting, planned);
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
  return { schedule, locales, personal, about: [...plans, ...themes].map(({ title }) => title) };
}

function defaultedOf(schedule: Partial<Schedule>): 'day' | 'time' | 'both' | undefined {
  const day = !schedule.days?.length;
  if (day && schedule.time === undefined) return 'both';
  if (day) return 'day';
  return schedule.time === undefined ? 'time' : undefined;
}

/** The calendar day of a moment in a zone. */
function dayIn(zone: string, moment: Instant): IsoDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(moment)) as IsoDate;
}

function channelName(inbound: Inbound): string {
  return inbound.conversation.split(':')[0] ?? '';
}
