import type { Distress } from '../domain/intent.ts';
import type { Locale } from '../domain/model.ts';
import type { Heard } from './concepts.ts';
import { createListener, type Listener } from './hear.ts';
import { MOST_CHARACTERS, tokensOf } from './tokens.ts';
import { plainPattern, type WordLists } from './wording.ts';

type Phrases = Readonly<Record<Locale, readonly string[]>>;

/** The reviewed file of words, as `distress.yaml` holds it. */
export interface DistressWording {
  /** Lists of words that patterns name. */
  readonly words: Readonly<Record<Locale, WordLists>>;
  readonly severities: readonly (Distress & Phrases)[];
  readonly unless: Phrases;
  /** Sentences that must be recognised, and ordinary ones that must not. */
  readonly shows: Phrases;
  readonly hides: Phrases;
}

/** Stand for the beginning and the end of a sentence; no word that people type. */
const BEGIN = 'zzbegin';
const END = 'zzend';
const MOST_SENTENCES = 40;

const NO_NAMES: ReadonlySet<string> = new Set();
const ORDINARY = 'ordinary';

/** Tells the distress that a message shows, the gravest first, or undefined. */
export type DistressReader = (text: string) => Distress | undefined;

export function createDistressReader(wording: DistressWording): DistressReader {
  const listen = listenerFrom(wording);
  return (text) => {
    const found = sentencesOf(text).flatMap((sentence) => inSentence(sentence, listen));
    return GRAVEST_FIRST.map((key) => found.find((one) => `${one.severity} ${one.about}` === key)).find(
      (one) => one !== undefined,
    );
  };
}

function listenerFrom({ words, severities, unless }: DistressWording): Listener<string> {
  const phrasesOf = (locale: Locale): Record<string, readonly string[]> => {
    const ready = (pattern: string) => withEnds(plainPattern(pattern, words[locale]));
    const phrases: Record<string, readonly string[]> = { [ORDINARY]: unless[locale].map(ready) };
    for (const entry of severities) {
      const key = `${entry.severity} ${entry.about}`;
      phrases[key] = [...(phrases[key] ?? []), ...entry[locale].map(ready)];
    }
    return phrases;
  };
  return createListener(phrasesOf('en'), phrasesOf('cy'));
}

/** The marks of a sentence's beginning and end as words of their own. */
function withEnds(pattern: string): string {
  return pattern.replaceAll('^', ` ${BEGIN} `).replaceAll('$', ` ${END} `);
}

const SEVERITIES = ['immediate', 'high', 'low'] as const;
const GRAVEST_FIRST = SEVERITIES.flatMap((severity) => [`${severity} self`, `${severity} other`]);

function sentencesOf(text: string): readonly string[] {
  return text
    .slice(0, MOST_CHARACTERS)
    .split(/[.!?\n;]+/u)
    .filter((part) => /\p{L}/u.test(part))
    .slice(0, MOST_SENTENCES);
}

function inSentence(sentence: string, listen: Listener<string>): readonly Distress[] {
  const words = [BEGIN, ...tokensOf(sentence).map(({ word }) => word), END];
  const heard = listen(words, NO_NAMES);
  const ordinary = heard.filter(({ concept }) => concept === ORDINARY);
  const shown = heard.filter(
    (one) => one.concept !== ORDINARY && !ordinary.some((other) => shareWords(one, other)),
  );
  const toldOfOthers = shown.filter(({ concept }) => concept.endsWith('other'));
  return shown.filter((one) => !isTold(one, words, toldOfOthers)).map(distressFrom);
}

/** "she says there is no reason to live": what somebody else is said to feel is not also the person's own. */
function isTold(one: Heard<string>, words: readonly string[], ofOthers: readonly Heard<string>[]): boolean {
  if (one.concept.endsWith('other') || one.at.some((place) => OWN.has(words[place] ?? ''))) return false;
  return ofOthers.some((other) => (other.at[0] ?? 0) <= (one.at[0] ?? 0) && shareWords(one, other));
}
const OWN: ReadonlySet<string> = new Set(['i', 'my', 'myself', 'me', 'dw', 'fi', 'wi', 'fy']);

function shareWords(one: Heard<string>, other: Heard<string>): boolean {
  return one.at.some((place) => other.at.includes(place));
}
function distressFrom({ concept }: Heard<string>): Distress {
  const [severity, about] = concept.split(' ');
  return {
    severity: SEVERITIES.find((one) => one === severity) ?? 'low',
    about: about === 'other' ? 'other' : 'self',
  };
}
