/** Written by `bench/fit-search.ts` from the labelled questions of `bench/fitting-questions.yaml`; not by hand. */
export const COEFFICIENTS = {
  weights: { bias: -9.11, score: 3.27, coverage: 5.06, perWord: 3.63, known: 2.01 },
  thresholds: { answer: 0.5, closest: 0.3 },
};
