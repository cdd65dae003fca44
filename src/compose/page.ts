import type { Locale, PlanId } from '../domain/model.ts';
import type { PageView } from '../domain/page.ts';
import { inLocale } from '../language/format.ts';
import { declaredWords, heldWords } from './coverage.ts';
import { nameToSay } from './parts.ts';
import type { Setting } from './setting.ts';

/** The words of the local page, with what is held of each plan that may be shown there. */
export function composePage(setting: Setting): PageView {
  const { page } = setting.say;
  const { plans } = setting.known;
  return {
    locale: setting.locale,
    title: page.title,
    intro: page.intro,
    local: page.local,
    otherLanguage: { locale: other(setting.locale), label: page.otherLanguage },
    skip: page.skip,
    noScript: page.noScript,
    plans: {
      label: page.plans,
      hint: plans.length > 0 ? page.plansHint : page.noPlans,
      held: plans.map(({ id, title }) => ({
        title: inLocale(title, setting.locale),
        holding: holdingOf(setting, id),
        ask: setting.say.ask.plan(inLocale(title, setting.locale).text, nameToSay(setting, id)),
      })),
    },
    examples: { label: page.examples, asks: page.exampleAsks },
    ...spoken(setting),
  };
}

function holdingOf(setting: Setting, id: PlanId): string {
  const { page, plan } = setting.say;
  const counted = setting.known.coverageOf(id).length > 0;
  if (!counted && setting.known.factsOf(id).length > 0) return page.factsOnly;
  return plan.holding(declaredWords(setting, id), heldWords(setting, id));
}

function spoken({ say: { page } }: Setting) {
  return {
    log: page.log,
    you: page.you,
    bot: page.bot,
    box: { label: page.box, hint: page.boxHint, send: page.send },
    answering: page.answering,
    waiting: page.waiting,
    failed: page.failed,
    retry: page.retry,
    newTab: page.newTab,
    previews: { slack: page.previewSlack, teams: page.previewTeams, failed: page.previewFailed },
  };
}

function other(locale: Locale): Locale {
  return locale === 'cy' ? 'en' : 'cy';
}
