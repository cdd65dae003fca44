import type { Weekday } from '../../domain/schedule.ts';
import { formatDate, inWelsh } from '../format.ts';
import type { DigestMessages } from '../messages/digest.ts';

const DAYS: Readonly<Record<Weekday, string>> = {
  mon: 'dydd Llun',
  tue: 'dydd Mawrth',
  wed: 'dydd Mercher',
  thu: 'dydd Iau',
  fri: 'dydd Gwener',
  sat: 'dydd Sadwrn',
  sun: 'dydd Sul',
};
/** `newid` begins with a letter that does not mutate. */
const CHANGES = { one: '# newid', other: '# newid' } as const;
/** `eitem` is feminine, and begins with a vowel: nothing mutates. */
const ITEMS = { one: '# eitem', other: '# eitem' } as const;

function window(from: Parameters<DigestMessages['headlineNone']>[0], to: typeof from): string {
  return `${formatDate('cy', from)} hyd ${formatDate('cy', to)}`;
}

function daily(days: readonly Weekday[]): string {
  if (days.length === 7) return 'bob dydd';
  const names = days.map((day) => DAYS[day]);
  const last = names.pop() ?? '';
  return names.length > 0 ? `bob ${names.join(', bob ')} a phob ${last}` : `bob ${last}`;
}

export const digest: DigestMessages = {
  headline: (changes, from, to) => `Crynodeb cynnydd, ${window(from, to)}: ${inWelsh(changes, CHANGES)}.`,
  headlineNone: (from, to) =>
    `Crynodeb cynnydd, ${window(from, to)}: nid oes dim wedi newid yn y datganiadau sydd yma.`,
  changes: (count) => inWelsh(count, CHANGES),
  completed: (count) =>
    inWelsh(count, { one: '# eitem newydd ei chwblhau', other: '# eitem newydd eu cwblhau' }),
  atRisk: (count) => `${inWelsh(count, ITEMS)} mewn perygl`,
  overdue: (count) => `${inWelsh(count, ITEMS)} yn hwyr`,
  dueSoon: (count) =>
    inWelsh(count, {
      one: '# eitem i’w chwblhau yn y pedair wythnos nesaf',
      other: '# eitem i’w cwblhau yn y pedair wythnos nesaf',
    }),
  more: (count) => inWelsh(count, { other: 'Mae # arall hefyd.' }),
  overdueDays: (days) =>
    inWelsh(days, { one: '# diwrnod yn hwyr', two: '# ddiwrnod yn hwyr', other: '# diwrnod yn hwyr' }),
  oldest: (label, asAt) => `Y datganiad hynaf: ${label}, ${asAt}.`,
  withoutStatus: (count) =>
    inWelsh(count, {
      one: 'Nid oes statws wedi’i gyhoeddi ar gyfer # eitem.',
      other: 'Nid oes statws wedi’i gyhoeddi ar gyfer # eitem.',
    }),
  coverageLabel: 'Yr hyn sydd yma',
  stopHint: 'I roi’r gorau i’r crynodeb hwn, ysgrifennwch “stopio’r crynodeb” yma.',
  preview: 'Dyma sut y byddai’r crynodeb yn edrych heddiw. Nid oes dim wedi’i anfon.',
  when: ({ days, time, zone }) => `${daily(days)} am ${time} (amser ${zone})`,
  created: (when, personal) =>
    personal ? `Byddwch yn cael crynodeb ${when}.` : `Bydd y sianel hon yn cael crynodeb ${when}.`,
  replaced: (when, personal) =>
    personal
      ? `Wedi newid: byddwch nawr yn cael eich crynodeb ${when}.`
      : `Wedi newid: bydd y sianel hon nawr yn cael ei chrynodeb ${when}.`,
  defaulted: (which) => {
    if (which === 'day') return 'Ni wnaethoch enwi diwrnod, felly dewisais ddydd Llun.';
    if (which === 'time') return 'Ni wnaethoch enwi amser, felly dewisais 09:00.';
    return 'Ni wnaethoch enwi diwrnod nac amser, felly dewisais ddydd Llun am 09:00.';
  },
  next: (date) => `Bydd y cyntaf yn cyrraedd ar ${formatDate('cy', date)}.`,
  scopeAll: 'Pob cynllun y caniateir ei ddangos yma',
  overdueOnly: 'dim ond yr hyn sy’n hwyr',
  weeklyAtLeast:
    'Dim ond bob wythnos, ar y dyddiau a enwir, y gellir anfon crynodeb: nid oes modd ei anfon yn llai aml, felly bydd hwn yn dod bob wythnos.',
  noPosts:
    'Yn Slack a Teams yn unig y caiff crynodebau eu postio, felly ni fydd dim yn cyrraedd y sgwrs hon. Gofynnwch yno, neu gofynnwch yma am ragolwg.',
  fields: {
    what: 'Am',
    languages: 'Iaith',
    when: 'Pryd',
    where: 'Ble',
    last: 'Anfonwyd ddiwethaf',
    next: 'Nesaf',
  },
  where: (personal) => (personal ? 'Yn breifat, i chi' : 'Yn y sianel hon'),
  languages: (locales) => locales.map((locale) => (locale === 'cy' ? 'Cymraeg' : 'Saesneg')).join(' a '),
  list: (count) =>
    inWelsh(count, {
      one: 'Mae un crynodeb wedi’i drefnu yma.',
      two: 'Mae # grynodeb wedi’u trefnu yma.',
      few: 'Mae # chrynodeb wedi’u trefnu yma.',
      many: 'Mae # chrynodeb wedi’u trefnu yma.',
      other: 'Mae # crynodeb wedi’u trefnu yma.',
    }),
  listNone: 'Nid oes crynodeb wedi’i drefnu yma.',
  paused: 'Mae’r crynodeb wedi’i oedi: ni chaiff dim ei anfon nes ichi ei ailddechrau.',
  pausedUntil: (date) => `Mae’r crynodeb wedi’i oedi: ni chaiff dim ei anfon cyn ${formatDate('cy', date)}.`,
  resumeHint: 'I’w gael eto’n gynt, ysgrifennwch “ailddechrau’r crynodeb” yma.',
  resumed: 'Caiff y crynodeb ei anfon eto.',
  notPaused: 'Nid yw’r crynodeb wedi’i oedi: caiff ei anfon fel y trefnwyd.',
  notSentYet: 'Heb ei anfon eto',
  stopped: (count) =>
    inWelsh(count, {
      one: 'Mae’r crynodeb wedi’i stopio.',
      two: 'Mae # grynodeb wedi’u stopio.',
      few: 'Mae # chrynodeb wedi’u stopio.',
      many: 'Mae # chrynodeb wedi’u stopio.',
      other: 'Mae # crynodeb wedi’u stopio.',
    }),
  nothingToStop: 'Nid oes crynodeb i’w stopio yma.',
  unreachable: (when) =>
    `Nid oedd modd anfon eich crynodeb (${when}), oherwydd ni ellir cyrraedd ei sianel mwyach.`,
  asks: {
    preview: { label: 'Rhagolwg', say: 'Dangos rhagolwg o’r crynodeb' },
    stop: { label: 'Stopio', say: 'Stopio’r crynodeb' },
    resume: { label: 'Ailddechrau', say: 'Ailddechrau’r crynodeb' },
  },
  unreachableHow:
    'Mae wedi’i roi o’r neilltu. I’w gael eto, gofynnwch am grynodeb mewn sianel yr wyf yn aelod ohoni.',
};
