import { NO_BEGINNING, NO_END, type IsoDate, type SourceDate } from '../../domain/dates.ts';
import type { ItemKind, Rating, Response, Stage } from '../../domain/model.ts';
import { ageOf, asSentence, exactnessOf, formatDate, inWelsh, listOf, type WelshForms } from '../format.ts';
import type { WordMessages } from '../messages/words.ts';

const STAGE: Readonly<Record<Stage, string>> = {
  not_started: 'Heb ddechrau',
  in_progress: 'Ar y gweill',
  completed: 'Wedi’i gwblhau',
  on_hold: 'Wedi’i ohirio am y tro',
  cancelled: 'Wedi’i ganslo',
  carried_forward: 'Wedi’i gario ymlaen',
};
const RATING: Readonly<Record<Rating, string>> = {
  on_track: 'Ar y gweill, ar y trywydd iawn',
  at_risk: 'Ar y gweill, mewn perygl',
  off_track: 'Ar y gweill, oddi ar y trywydd',
  date_missed_no_risk: 'Ar y gweill, wedi methu’r dyddiad cyflawni, heb risg',
  date_missed_with_risk: 'Ar y gweill, wedi methu’r dyddiad cyflawni, gyda risg',
};
const RESPONSE: Readonly<Record<Response, string>> = {
  accepted: 'Derbyniwyd',
  accepted_in_principle: 'Derbyniwyd mewn egwyddor',
  partly_rejected: 'Gwrthodwyd yn rhannol',
  rejected: 'Gwrthodwyd',
};
const KIND: Readonly<Record<ItemKind, string>> = {
  action: 'Cam gweithredu',
  recommendation: 'Argymhelliad',
  'call-to-action': 'Galwad i weithredu',
};
const KINDS: Readonly<Record<ItemKind | 'item', string>> = {
  action: 'camau gweithredu',
  recommendation: 'argymhellion',
  'call-to-action': 'galwadau i weithredu',
  item: 'eitemau',
};
// After a number the noun is singular: soft mutation after 2 (and after 1 where it is feminine), aspirate after 3 and 6
// where the noun is masculine or the number is 6.
const COUNT: Readonly<Record<ItemKind | 'item', WelshForms>> = {
  action: {
    zero: 'dim camau gweithredu',
    one: '# cam gweithredu',
    two: '# gam gweithredu',
    few: '# cham gweithredu',
    many: '# cham gweithredu',
    other: '# cam gweithredu',
  },
  recommendation: { zero: 'dim argymhellion', other: '# argymhelliad' },
  'call-to-action': {
    zero: 'dim galwadau i weithredu',
    one: '# alwad i weithredu',
    two: '# alwad i weithredu',
    other: '# galwad i weithredu',
  },
  item: { zero: 'dim eitemau', other: '# eitem' },
};
/** "ac" before a number whose name begins with a vowel: un, wyth (a consonant in sound, yet written so), un ar ddeg. */
const WITH_AC: readonly number[] = [1, 8, 11];

function at(date: SourceDate | IsoDate): string {
  const said = formatDate('cy', date);
  const exactness = exactnessOf(date);
  if (exactness === 'day') return `ar ${said}`;
  return exactness === 'month' ? `ym mis ${said}` : `yn ${said}`;
}

function age(days: number): string {
  const said = ageOf(days);
  if (said.unit === 'days') return daysAgo(said.days);
  const months = inWelsh(said.months, { two: '# fis', other: '# mis' });
  if (said.unit === 'months') return `${months} yn ôl`;
  if (said.months === 0) return `${years(said.years)} yn ôl`;
  return `${years(said.years)} ${WITH_AC.includes(said.months) ? 'ac' : 'a'} ${months} yn ôl`;
}

function daysAgo(days: number): string {
  return inWelsh(days, {
    zero: 'heddiw',
    one: 'ddoe',
    two: '# ddiwrnod yn ôl',
    other: '# diwrnod yn ôl',
  });
}

// "blynedd" takes the nasal mutation after 5 and from 7 on, the soft after 2, none after 3, 4 and 6.
function years(count: number): string {
  const unmutated = count === 4;
  return inWelsh(count, {
    one: '# flwyddyn',
    two: '# flynedd',
    few: '# blynedd',
    many: '# blynedd',
    other: unmutated ? '# blynedd' : '# mlynedd',
  });
}

function window(from: IsoDate, to: IsoDate): string {
  if (from === to) return `ar ${formatDate('cy', from)}`;
  if (to === NO_END) return `o ${formatDate('cy', from)} ymlaen`;
  if (from === NO_BEGINNING) return `hyd at ${formatDate('cy', to)}`;
  return `o ${formatDate('cy', from)} hyd ${formatDate('cy', to)}`;
}

export const words: WordMessages = {
  date: (date) => formatDate('cy', date),
  at,
  asAt: at,
  asAtAged: (date, ageDays) => `${at(date)}, ${age(ageDays)}`,
  age,
  window,
  windowFirst: (from, to) => asSentence(window(from, to)),
  names: listOf,
  series: (phrases) => phrases.join('; '),
  kind: (kind) => KIND[kind],
  kinds: (kind) => KINDS[kind ?? 'item'],
  count: (count, kind) => inWelsh(count, COUNT[kind ?? 'item']),
  children: (count) =>
    inWelsh(count, {
      zero: 'dim is-gamau na cherrig milltir',
      one: '# is-gam neu garreg filltir',
      other: '# o is-gamau neu gerrig milltir',
    }),
  facts: (count) => inWelsh(count, { zero: 'dim ffeithiau', other: '# ffaith' }),
  plans: (count) =>
    inWelsh(count, {
      zero: 'dim cynlluniau',
      one: '# cynllun',
      two: '# gynllun',
      few: '# chynllun',
      many: '# chynllun',
      other: '# cynllun',
    }),
  themes: (count) => inWelsh(count, { zero: 'dim themâu', other: '# thema' }),
  statements: (count) =>
    inWelsh(count, {
      zero: 'dim datganiadau',
      two: '# ddatganiad',
      other: '# datganiad',
    }),
  standing: ({ stage, rating }) => (rating ? RATING[rating] : STAGE[stage]),
  response: (response) => RESPONSE[response],
  confidence: (confidence) =>
    confidence === 'secondary'
      ? 'yn ôl ffynhonnell eilaidd'
      : 'wedi’i gasglu ar sail ffynonellau eraill, nad ydynt yn ei ddatgan eu hunain',
  language: (locale) => (locale === 'cy' ? 'Cymraeg' : 'Saesneg'),
  notPublished: 'Statws heb ei gyhoeddi',
};
