import { composeDigest } from '../compose/digest.ts';
import { settingIn } from '../compose/setting-in.ts';
import type { Setting } from '../compose/setting.ts';
import { composeUnreachable } from '../compose/subscription.ts';
import { manageDigests, windowSince, type ManageDeps } from '../digest/manage.ts';
import { createDigestRound, type DigestRunDeps } from '../digest/run.ts';
import { summaryOf } from '../digest/summary.ts';
import type { Answer, Post } from '../domain/answer.ts';
import type { Subscription } from '../domain/digest.ts';
import type { Audience, Locale } from '../domain/model.ts';
import type { Library } from '../knowledge/library.ts';
import type { ReplyDeps } from './reply.ts';

/** The answers to what people ask of their digests, as `ReplyDeps` wants them. */
export function createDigestAnswers(deps: ManageDeps): ReplyDeps['digests'] {
  return async (intent, inbound, { library, ...situation }) => {
    const answerIn = await manageDigests(deps, intent, inbound, { known: library, ...situation });
    return (locale) => answerIn(settingIn(locale, library, deps.clock.today()));
  };
}

export interface DigestSendDeps extends Omit<DigestRunDeps, 'compose' | 'tellUnreachable'> {
  readonly libraryFor: (audience: Audience) => Library;
  /** What may be said in that channel today; where it has been narrowed since, the narrower counts. */
  readonly clearanceOf: (channel: string) => Audience;
}

/** One round of sending what is due: see `createDigestRound`. */
export function createDigestSender(deps: DigestSendDeps): () => Promise<void> {
  const post = (subscription: Subscription, compose: (setting: Setting) => Answer): Post => {
    const today = deps.clearanceOf(subscription.conversation.split(':')[0] ?? '');
    const library = deps.libraryFor(today === 'staff' ? subscription.clearance : 'public');
    const [first, ...others] = subscription.locales;
    const inLocale = (locale: Locale): Answer => compose(settingIn(locale, library, deps.clock.today()));
    return [inLocale(first), ...others.map(inLocale)];
  };
  return createDigestRound({
    ...deps,
    compose: (subscription, lastSent) =>
      post(subscription, (setting) => {
        const window = windowSince(lastSent, setting.today);
        return composeDigest(setting, summaryOf(setting.known, subscription.scope, window));
      }),
    tellUnreachable: (subscription) =>
      post(subscription, (setting) => composeUnreachable(setting, subscription.schedule)),
  });
}
