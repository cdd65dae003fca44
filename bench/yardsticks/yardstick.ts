import type { Locale } from '../../src/domain/model.ts';
import { words } from '../../src/language/fold.ts';
import { isFunctionWord, weightOf } from '../../src/search/stop-words.ts';
import { bareOf, INDEXED, stemOf } from '../../src/search/terms.ts';

/** The texts of one item, as every engine gets them. */
export interface Texts {
  readonly title: Readonly<Record<Locale, string>>;
  readonly summary: Readonly<Record<Locale, string>>;
  /** Theme, leads, addressees. */
  readonly around: Readonly<Record<Locale, string>>;
}
/** How an engine is set; of several the best counts. */
export interface Setting {
  readonly stems: boolean;
  readonly fuzzy: boolean;
  /** What becomes of the small words of a question: thrown out, or weighed less where the engine can. */
  readonly small: 'dropped' | 'weighed';
}
export type Ask = (question: string, locale: Locale) => readonly number[] | Promise<readonly number[]>;

/** Another engine, behind one shape: texts in, the numbers of the best out. */
export interface Yardstick {
  readonly name: string;
  readonly settings: readonly Setting[];
  build(texts: readonly Texts[], setting: Setting): Ask | Promise<Ask>;
}

export const FIELDS = ['title', 'summary', 'around'] as const;
/** As our own engine weighs them. */
export const BOOST = { title: 3, summary: 1, around: 0.5 } as const;
/** So many are asked of every engine. */
export const MOST = 50;

export interface PreparedTexts {
  readonly id: number;
  readonly title: string;
  readonly summary: string;
  readonly around: string;
}

/** Both languages of a text in one field, folded, each with its own stems where the setting has them. */
export function prepared(texts: readonly Texts[], setting: Setting): PreparedTexts[] {
  const field = (text: Readonly<Record<Locale, string>>): string =>
    `${spelt(text.cy, 'cy', setting)} ${spelt(text.en, 'en', setting)}`.trim();
  return texts.map(({ title, summary, around }, id) => ({
    id,
    title: field(title),
    summary: field(summary),
    around: field(around),
  }));
}

function spelt(text: string, locale: Locale, { stems }: Setting): string {
  const split = words(text, INDEXED);
  return split.map((word) => (stems ? stemOf(bareOf(word), locale) : word)).join(' ');
}

export interface Asked {
  readonly term: string;
  readonly weight: number;
}

/** The words of a question as the setting has them, each once. */
export function askedFor(question: string, locale: Locale, { stems, small }: Setting): readonly Asked[] {
  const split = words(question);
  const telling = split.filter((word) => !isFunctionWord(word));
  const kept = small === 'dropped' && telling.length > 0 ? telling : split;
  const asked = kept.map((word) => ({
    term: stems ? stemOf(bareOf(word), locale) : word,
    weight: small === 'weighed' ? weightOf(word) : 1,
  }));
  return [...new Map(asked.map((each) => [each.term, each])).values()];
}

/** Every way of setting an engine that can weigh words, or that can only leave them out. */
export function settingsFor(smalls: readonly Setting['small'][]): readonly Setting[] {
  return smalls.flatMap((small) =>
    [true, false].flatMap((stems) => [false, true].map((fuzzy) => ({ stems, fuzzy, small }))),
  );
}

export function nameOf({ stems, fuzzy, small }: Setting): string {
  return [
    stems ? 'stems' : 'words',
    ...(fuzzy ? ['fuzzy'] : []),
    ...(small === 'weighed' ? ['weighed'] : []),
  ].join(' ');
}
