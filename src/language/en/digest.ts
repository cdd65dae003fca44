import type { Weekday } from '../../domain/schedule.ts';
import { formatDate, inEnglish } from '../format.ts';
import type { DigestMessages } from '../messages/digest.ts';

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

function window(from: Parameters<DigestMessages['headlineNone']>[0], to: typeof from): string {
  return `${formatDate('en', from)} to ${formatDate('en', to)}`;
}

function daily(days: readonly Weekday[]): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => DAYS[day]);
  const last = names.pop() ?? '';
  return names.length > 0 ? `every ${names.join(', ')} and ${last}` : `every ${last}`;
}

export const digest: DigestMessages = {
  headline: (changes, from, to) =>
    `Progress digest, ${window(from, to)}: ${inEnglish(changes, { one: '# change', other: '# changes' })}.`,
  headlineNone: (from, to) =>
    `Progress digest, ${window(from, to)}: nothing has changed in the statements held.`,
  changes: (count) => inEnglish(count, { one: '# change', other: '# changes' }),
  completed: (count) => inEnglish(count, { one: '# newly completed', other: '# newly completed' }),
  atRisk: (count) => inEnglish(count, { one: '# at risk', other: '# at risk' }),
  overdue: (count) => inEnglish(count, { one: '# overdue', other: '# overdue' }),
  dueSoon: (count) =>
    inEnglish(count, { one: '# due in the next four weeks', other: '# due in the next four weeks' }),
  more: (count) => inEnglish(count, { one: 'And # more.', other: 'And # more.' }),
  overdueDays: (days) => inEnglish(days, { one: '# day overdue', other: '# days overdue' }),
  oldest: (label, asAt) => `Oldest statement: ${label}, ${asAt}.`,
  withoutStatus: (count) =>
    inEnglish(count, {
      one: '# item has no published status.',
      other: '# items have no published status.',
    }),
  coverageLabel: 'What is held',
  stopHint: 'To stop this digest, write “stop the digest” here.',
  preview: 'This is how the digest would look today. Nothing has been sent.',
  when: ({ days, time, zone }) => `${daily(days)} at ${time} (${zone} time)`,
  created: (when, personal) =>
    personal ? `You will get a digest ${when}.` : `This channel will get a digest ${when}.`,
  replaced: (when, personal) =>
    personal
      ? `Changed: you will now get your digest ${when}.`
      : `Changed: this channel will now get its digest ${when}.`,
  defaulted: (which) => {
    if (which === 'day') return 'You named no day, so I chose Monday.';
    if (which === 'time') return 'You named no time, so I chose 09:00.';
    return 'You named no day or time, so I chose Monday at 09:00.';
  },
  next: (date) => `The first one is due on ${formatDate('en', date)}.`,
  scopeAll: 'All the plans that may be shown here',
  overdueOnly: 'only what is overdue',
  weeklyAtLeast:
    'A digest can only be sent every week, on the days named: it cannot be sent less often, so this one comes weekly.',
  noPosts:
    'Digests are posted in Slack and Teams only, so nothing will arrive in this chat. Ask there, or ask here for a preview.',
  fields: {
    what: 'About',
    languages: 'Language',
    when: 'When',
    where: 'Where',
    last: 'Last sent',
    next: 'Next',
  },
  where: (personal) => (personal ? 'Privately, to you' : 'In this channel'),
  languages: (locales) => locales.map((locale) => (locale === 'cy' ? 'Welsh' : 'English')).join(' and '),
  list: (count) =>
    inEnglish(count, { one: 'One digest is set up here.', other: '# digests are set up here.' }),
  listNone: 'No digest is set up here.',
  paused: 'The digest is paused: nothing will be sent until you resume it.',
  pausedUntil: (date) => `The digest is paused: nothing will be sent before ${formatDate('en', date)}.`,
  resumeHint: 'To have it again sooner, write “resume the digest” here.',
  resumed: 'The digest will be sent again.',
  notPaused: 'The digest is not paused: it is sent as set up.',
  notSentYet: 'Not sent yet',
  stopped: (count) =>
    inEnglish(count, { one: 'The digest has been stopped.', other: '# digests have been stopped.' }),
  nothingToStop: 'There is no digest to stop here.',
  unreachable: (when) =>
    `Your digest ${when} could not be delivered, because its channel can no longer be reached.`,
  asks: {
    preview: { label: 'Preview it', say: 'Preview the digest' },
    stop: { label: 'Stop it', say: 'Stop the digest' },
    resume: { label: 'Resume it', say: 'Resume the digest' },
  },
  unreachableHow:
    'It has been set aside. To have it again, ask for a digest in a channel that I am a member of.',
};
