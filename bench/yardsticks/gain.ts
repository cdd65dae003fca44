const CUT = 10;
const RECALL_CUT = 5;

/** How well a ranking does against the documents that were wanted, each 0 to 1. */
export interface Gain {
  readonly ndcg: number;
  readonly reciprocalRank: number;
  readonly recall: number;
}

export function gainOf(ranking: readonly number[], wanted: ReadonlySet<number>): Gain {
  const hits = ranking.map((document) => wanted.has(document));
  const most = Array.from({ length: Math.min(CUT, wanted.size) }, () => true);
  const first = hits.slice(0, CUT).indexOf(true);
  return {
    ndcg: discounted(hits.slice(0, CUT)) / discounted(most),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recall: hits.slice(0, RECALL_CUT).filter(Boolean).length / Math.min(RECALL_CUT, wanted.size),
  };
}

export function meanGain(gains: readonly Gain[]): Gain {
  const mean = (of: (gain: Gain) => number): number =>
    gains.reduce((sum, gain) => sum + of(gain), 0) / Math.max(1, gains.length);
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    reciprocalRank: mean(({ reciprocalRank }) => reciprocalRank),
    recall: mean(({ recall }) => recall),
  };
}

function discounted(hits: readonly boolean[]): number {
  return hits.reduce((sum, hit, at) => sum + (hit ? 1 / Math.log2(at + 2) : 0), 0);
}
