import { COEFFICIENTS } from './coefficients.ts';
import { isSure, type Clue, type Group } from './question.ts';
import type { Fulfilment, Support } from './rank.ts';

/** How sure the search is: `answer` as said, `closest` said to be so, `nothing` not in the plans. */
export type Band = 'answer' | 'closest' | 'nothing';

/** What the best hit of a list looks like, each from 0. */
export interface Signals {
  /** Its score in words of the greatest rarity, as a logarithm: the same in a small library and a large one. */
  readonly score: number;
  /** The share of the question's words that it fulfils, each by its rarity. */
  readonly coverage: number;
  /** The same for each word that counts. */
  readonly perWord: number;
  /** The share of the question's words that the plans or the vocabulary know. */
  readonly known: number;
  /** By what the word that says most of what is asked is fulfilled; undefined where it is not. */
  readonly foremost: Support | undefined;
  /** Whether any word of the question stands there as typed. */
  readonly typed: boolean;
  /** One word is asked for, and many texts have it. */
  readonly common: boolean;
  /** How many words that are not common it has, as typed or in the other language. */
  readonly had: number;
}

export const NO_SIGNALS: Signals = {
  score: 0,
  coverage: 0,
  perWord: 0,
  known: 0,
  foremost: undefined,
  typed: false,
  common: false,
  had: 0,
};
/** A word is common whose rarity is less than this share of the greatest. */
const COMMON = 0.45;

/** The share of the words that name something which is fulfilled, each by its rarity; 1 where none names anything. */
export function coverageOf(groups: readonly Group[], fulfilments: readonly Fulfilment[]): number {
  let asked = 0;
  let got = 0;
  groups.forEach((group, at) => {
    const rarity = group.clues.reduce((sum, clue) => sum + (clue.content ? clue.rarity : 0), 0);
    asked += rarity;
    got += rarity * (fulfilments[at]?.quality ?? 0);
  });
  return asked === 0 ? 1 : got / asked;
}

/** Only words that name something count: how a thing is asked for says nothing of whether it is there. */
export function signalsOf(
  score: number,
  groups: readonly Group[],
  fulfilments: readonly Fulfilment[],
  rarest: number,
): Signals {
  let words = 0;
  let known = 0;
  let most = 0;
  let foremost: Support | undefined;
  let typed = false;
  let had = 0;
  groups.forEach((group, at) => {
    for (const clue of group.clues) {
      if (!clue.content) continue;
      words += 1;
      const isKnown =
        (clue.variants.length > 0 && isSure(clue)) || clue.instead.length > 0 || group.sense !== 'none';
      known += isKnown ? 1 : 0;
      const support = supportIn(fulfilments[at], clue);
      typed ||= support === 'own';
      if ((support === 'own' || support === 'across') && clue.rarity >= COMMON * rarest) had += 1;
      if (clue.rarity > most) [most, foremost] = [clue.rarity, support];
    }
  });
  if (words === 0) return NO_SIGNALS;
  return {
    score: Math.log1p(score),
    coverage: coverageOf(groups, fulfilments),
    perWord: Math.log1p(score / words),
    known: known / words,
    foremost,
    typed,
    had,
    common: words === 1 && most < COMMON * rarest,
  };
}

function supportIn(fulfilment: Fulfilment | undefined, clue: Clue): Support | undefined {
  return fulfilment?.supports[fulfilment.clues.indexOf(clue)];
}

/** The chance that the question is answered by this hit, 0 to 1; none where nothing was found. */
export function chanceOf(signals: Signals): number {
  if (signals.score === 0) return 0;
  const { bias, score, coverage, perWord, known } = COEFFICIENTS.weights;
  const sum =
    bias +
    score * signals.score +
    coverage * signals.coverage +
    perWord * signals.perWord +
    known * signals.known;
  return 1 / (1 + Math.exp(-sum));
}

export function bandOf(chance: number): Band {
  if (chance >= COEFFICIENTS.thresholds.answer) return 'answer';
  return chance >= COEFFICIENTS.thresholds.closest ? 'closest' : 'nothing';
}

/** An item with so many of the words that matter is close, whatever else was said. */
const ENOUGH_HAD = 2;

/** What has only a wider idea than the one that matters is merely close. */
export function itemsBandOf(chance: number, { foremost, had }: Signals): Band {
  const band = bandOf(chance);
  if (band === 'nothing' && had >= ENOUGH_HAD) return 'closest';
  return band === 'answer' && foremost === 'broader' ? 'closest' : band;
}

/** A fact says one thing of many: it answers only in words that were typed, and not for one that stands everywhere. */
export function factsBandOf(chance: number, { foremost, typed, common }: Signals): Band {
  const band = bandOf(chance);
  if (foremost === undefined || foremost === 'broader')
    return band === 'answer' && typed ? 'closest' : 'nothing';
  return band === 'answer' && (!typed || common) ? 'closest' : band;
}
