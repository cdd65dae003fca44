/** Scores by document, with the documents that have one: kept from question to question, so that asking makes no garbage. */
export interface Tally {
  readonly scores: Float32Array;
  /** The first `size` are those with a score, in the order in which they got it. */
  readonly documents: Uint32Array;
  size: number;
  /** Documents beyond this stretch count only where they have a score. */
  open: Stretch;
}
/** Documents from `from` up to and without `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}
export const EVERY: Stretch = { from: 0, to: Number.POSITIVE_INFINITY };
export const NONE: Stretch = { from: 0, to: 0 };

export function createTally(documents: number): Tally {
  return { scores: new Float32Array(documents), documents: new Uint32Array(documents), size: 0, open: EVERY };
}

export function isOpenFor({ open, scores }: Tally, document: number): boolean {
  return (document >= open.from && document < open.to) || (scores[document] ?? 0) > 0;
}

/** Keeps the better of the document's score and this one. */
export function keepBest(tally: Tally, document: number, score: number): void {
  const before = tally.scores[document] ?? 0;
  if (score <= before) return;
  if (before === 0) {
    tally.documents[tally.size] = document;
    tally.size += 1;
  }
  tally.scores[document] = score;
}

/** Adds every score of `from` to `to` and empties `from`. */
export function drain(from: Tally, to: Tally): void {
  for (let at = 0; at < from.size; at += 1) {
    const document = from.documents[at] ?? 0;
    const before = to.scores[document] ?? 0;
    if (before === 0) {
      to.documents[to.size] = document;
      to.size += 1;
    }
    to.scores[document] = before + (from.scores[document] ?? 0);
    from.scores[document] = 0;
  }
  from.size = 0;
}

export function empty(tally: Tally): void {
  for (let at = 0; at < tally.size; at += 1) tally.scores[tally.documents[at] ?? 0] = 0;
  tally.size = 0;
}
