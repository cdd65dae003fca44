/** Written by `bench/fit-search.ts` from the labelled questions of `bench/fitting-questions.yaml`; not by hand. */
export const COEFFICIENTS = {
  weights: { bias: -8.22, score: 3.38, coverage: 4.98, perWord: 3.81, known: 0.72 },
  thresholds: { answer: 0.5, closest: 0.3 },
};
