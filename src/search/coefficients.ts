/** Written by `bench/fit-search.ts` from the labelled questions of `bench/fitting-questions.yaml`; not by hand. */
export const COEFFICIENTS = {
  weights: { bias: -9.42, score: 1.548, coverage: 5.928, perWord: 1.647, known: 1.442 },
  thresholds: { answer: 0.5, closest: 0.3 },
};
