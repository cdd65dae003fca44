import { COEFFICIENTS } from './coefficients.ts';
import type { Group } from './question.ts';
import type { Fulfilment } from './rank.ts';

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
}

export const NO_SIGNALS: Signals = { score: 0, coverage: 0, perWord: 0, known: 0 };

/** Only words that name something count: how a thing is asked for says nothing of whether it is there. */
export function signalsOf(
  score: number,
  groups: readonly Group[],
  fulfilments: readonly Fulfilment[],
): Signals {
  let asked = 0;
  let got = 0;
  let words = 0;
  let known = 0;
  groups.forEach((group, at) => {
    for (const clue of group.clues) {
      if (!clue.content) continue;
      asked += clue.rarity;
      got += clue.rarity * (fulfilments[at]?.quality ?? 0);
      words += 1;
      const isKnown = (clue.variants.length > 0 && !clue.mended) || group.sense !== 'none';
      known += isKnown ? 1 : 0;
    }
  });
  if (words === 0 || asked === 0) return NO_SIGNALS;
  return {
    score: Math.log1p(score),
    coverage: got / asked,
    perWord: Math.log1p(score / words),
    known: known / words,
  };
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
