import { NO_BEGINNING, NO_END, type IsoDate } from '../../domain/dates.ts';
import type { ItemKind, Rating, Response, Stage } from '../../domain/model.ts';
import {
  ageOf,
  asSentence,
  exactnessOf,
  formatDate,
  inEnglish,
  listOf,
  type EnglishForms,
} from '../format.ts';
import type { WordMessages } from '../messages/words.ts';

const STAGE: Readonly<Record<Stage, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  completed: 'Completed',
  on_hold: 'On hold',
  cancelled: 'Cancelled',
  carried_forward: 'Carried forward',
};
const RATING: Readonly<Record<Rating, string>> = {
  on_track: 'In progress, on track',
  at_risk: 'In progress, at risk',
  off_track: 'In progress, off track',
  date_missed_no_risk: 'In progress, delivery date missed with no risk',
  date_missed_with_risk: 'In progress, delivery date missed with risk',
};
const RESPONSE: Readonly<Record<Response, string>> = {
  accepted: 'Accepted',
  accepted_in_principle: 'Accepted in principle',
  partly_rejected: 'Rejected in part',
  rejected: 'Rejected',
};
const KIND: Readonly<Record<ItemKind, string>> = {
  action: 'Action',
  recommendation: 'Recommendation',
  'call-to-action': 'Call to action',
};
const COUNT: Readonly<Record<ItemKind | 'item', EnglishForms>> = {
  action: { one: '# action', other: '# actions' },
  recommendation: { one: '# recommendation', other: '# recommendations' },
  'call-to-action': { one: '# call to action', other: '# calls to action' },
  item: { one: '# item', other: '# items' },
};

const KINDS: Readonly<Record<ItemKind | 'item', string>> = {
  action: 'actions',
  recommendation: 'recommendations',
  'call-to-action': 'calls to action',
  item: 'items',
};

function age(days: number): string {
  const said = ageOf(days);
  if (said.unit === 'days') return daysAgo(said.days);
  if (said.unit === 'months') return inEnglish(said.months, { one: '# month ago', other: '# months ago' });
  if (said.months === 0) return inEnglish(said.years, { one: '# year ago', other: '# years ago' });
  const years = inEnglish(said.years, { one: '# year', other: '# years' });
  const months = inEnglish(said.months, { one: '# month', other: '# months' });
  return `${years} and ${months} ago`;
}

function daysAgo(days: number): string {
  if (days === 0) return 'today';
  return inEnglish(days, { one: 'yesterday', other: '# days ago' });
}

function window(from: IsoDate, to: IsoDate): string {
  if (from === to) return `on ${formatDate('en', from)}`;
  if (to === NO_END) return `from ${formatDate('en', from)} on`;
  if (from === NO_BEGINNING) return `up to ${formatDate('en', to)}`;
  return `from ${formatDate('en', from)} to ${formatDate('en', to)}`;
}

export const words: WordMessages = {
  date: (date) => formatDate('en', date),
  at: (date) =>
    exactnessOf(date) === 'day' ? `on ${formatDate('en', date)}` : `in ${formatDate('en', date)}`,
  asAt: (date) => `as at ${formatDate('en', date)}`,
  asAtAged: (date, ageDays) => `as at ${formatDate('en', date)}, ${age(ageDays)}`,
  age,
  window,
  windowFirst: (from, to) => asSentence(window(from, to)),
  names: listOf,
  series: (phrases) => phrases.join('; '),
  kind: (kind) => KIND[kind],
  kinds: (kind) => KINDS[kind ?? 'item'],
  count: (count, kind) => inEnglish(count, COUNT[kind ?? 'item']),
  children: (count) =>
    inEnglish(count, { one: '# sub-action or milestone', other: '# sub-actions or milestones' }),
  facts: (count) => inEnglish(count, { one: '# fact', other: '# facts' }),
  plans: (count) => inEnglish(count, { one: '# plan', other: '# plans' }),
  themes: (count) => inEnglish(count, { one: '# theme', other: '# themes' }),
  statements: (count) => inEnglish(count, { one: '# statement', other: '# statements' }),
  standing: ({ stage, rating }) => (rating ? RATING[rating] : STAGE[stage]),
  response: (response) => RESPONSE[response],
  confidence: (confidence) =>
    confidence === 'secondary'
      ? 'reported by a secondary source'
      : 'derived from other sources, not stated by them',
  language: (locale) => (locale === 'cy' ? 'Welsh' : 'English'),
  notPublished: 'Status not published',
};
