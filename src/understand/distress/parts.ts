import { tokensOf } from '../tokens.ts';

/** Of a long message the end is judged: no more than this, and no more parts than this. */
const MOST_CHARACTERS = 8_000;
const MOST_PARTS = 40;
/** A sentence of more words is judged in pieces too, so that a few words of distress are not lost among many others. */
const LONGEST_PART = 24;
const SHORTEST_PIECE = 5;
const LONGEST_PIECE = 14;
/** A new thought often begins with these. */
const JOINING: ReadonlySet<string> = new Set([
  'and',
  'but',
  'because',
  'cos',
  'so',
  'a',
  'ac',
  'ond',
  'achos',
  'felly',
]);
/** A message of up to so many parts is also judged as a whole. */
const MOST_TOGETHER = 6;

const SENTENCE_END = /[.!?…]+(?=["'”’)\]]*(?:\s|$))|[\n;]+/u;

/** The words of each sentence of a message; of long sentences, of each piece. */
export function partsOf(text: string): readonly (readonly string[])[] {
  return text
    .slice(-MOST_CHARACTERS)
    .split(SENTENCE_END)
    .slice(-MOST_PARTS)
    .map((sentence) => tokensOf(sentence).map(({ word }) => word))
    .flatMap(piecesOf)
    .slice(-MOST_PARTS);
}

function piecesOf(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length === 0) return [];
  if (words.length <= LONGEST_PART) return [words];
  const pieces: string[][] = [[]];
  for (const word of words) {
    const piece = pieces.at(-1) ?? [];
    const ends = piece.length >= LONGEST_PIECE || (piece.length >= SHORTEST_PIECE && JOINING.has(word));
    if (ends) pieces.push([word]);
    else piece.push(word);
  }
  return pieces;
}

/** What is judged: each part, each two that follow one another, and a short message as a whole. */
export function unitsOf<T>(parts: readonly T[]): readonly (readonly T[])[] {
  const together = parts.length > 2 && parts.length <= MOST_TOGETHER ? [parts] : [];
  const pairs = parts.slice(1).flatMap((part, at) => parts.slice(at, at + 1).map((before) => [before, part]));
  return [...together, ...pairs, ...parts.map((part) => [part])];
}
