import type { IsoDate, SourceDate } from '../domain/dates.ts';
import type { Locale, LocalText } from '../domain/model.ts';
import type { Wording } from '../domain/answer.ts';
import { remembering } from './remembering.ts';

const DAYS_IN_MONTH = 30.4375;
/** Up to here an age is said in days, then in months. */
const DAYS_SAID_AS_DAYS = 45;
const MONTHS_SAID_AS_MONTHS = 24;

type Exactness = 'day' | 'month' | 'year';
const FORMATS: Readonly<Record<Exactness, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();
const welshPlurals = new Intl.PluralRules('cy');

/** How exact a source date is. */
export function exactnessOf(date: SourceDate | IsoDate): Exactness {
  if (date.length === 4) return 'year';
  return date.length === 7 ? 'month' : 'day';
}

/** The date in words, no finer than given: "13 March 2024", "February 2025", "2017". */
export function formatDate(locale: Locale, date: SourceDate | IsoDate): string {
  return IN_WORDS[locale](date);
}

const IN_WORDS: Readonly<Record<Locale, (date: string) => string>> = {
  cy: remembering((date) => inWords('cy', date as SourceDate)),
  en: remembering((date) => inWords('en', date as SourceDate)),
};

function inWords(locale: Locale, date: SourceDate | IsoDate): string {
  const exactness = exactnessOf(date);
  const key = `${locale} ${exactness}`;
  let format = formatters.get(key);
  if (!format) formatters.set(key, (format = new Intl.DateTimeFormat(localeTag(locale), FORMATS[exactness])));
  return format.format(new Date(`${date}${'-01-01'.slice(0, 10 - date.length)}T00:00:00Z`));
}

// "en" alone is American: month before day.
function localeTag(locale: Locale): string {
  return locale === 'cy' ? 'cy' : 'en-GB';
}

/** An age split as it is said: days, or months, or years with the months left over. */
export type Age =
  | { readonly unit: 'days'; readonly days: number }
  | { readonly unit: 'months'; readonly months: number }
  | { readonly unit: 'years'; readonly years: number; readonly months: number };

export function ageOf(days: number): Age {
  if (days <= DAYS_SAID_AS_DAYS) return { unit: 'days', days };
  const months = Math.floor(days / DAYS_IN_MONTH);
  if (months <= MONTHS_SAID_AS_MONTHS) return { unit: 'months', months };
  return { unit: 'years', years: Math.floor(months / 12), months: months % 12 };
}

/** The six Welsh forms, each a whole phrase with `#` for the number; those absent fall back to `other`. */
export type WelshForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
export interface EnglishForms {
  readonly one: string;
  readonly other: string;
}

export function inWelsh(count: number, forms: WelshForms): string {
  return (forms[welshPlurals.select(count)] ?? forms.other).replace('#', String(count));
}

export function inEnglish(count: number, forms: EnglishForms): string {
  return (count === 1 ? forms.one : forms.other).replace('#', String(count));
}

/** Names one after the other. `Intl.ListFormat('cy')` prints a placeholder, so commas in both languages. */
export function listOf(names: readonly string[]): string {
  return names.join(', ');
}

/** The text in the language wanted where it is held, else as it is, saying which language that is. */
export function inLocale(text: LocalText, locale: Locale): Wording {
  const wanted = text[locale];
  if (wanted !== undefined) return { text: wanted };
  return locale === 'cy' ? { text: text.en ?? '', locale: 'en' } : { text: text.cy ?? '', locale: 'cy' };
}

/** The phrase as the beginning of a sentence. */
export function asSentence(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
