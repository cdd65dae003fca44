/** Written by `bench/fit-search.ts` from the labelled questions of `bench/fitting-questions.yaml`; not by hand. */
export const COEFFICIENTS = {
  weights: { bias: -5, score: 0.8, coverage: 5, perWord: 0.8, known: 2 },
  thresholds: { answer: 0.6, closest: 0.3 },
};
