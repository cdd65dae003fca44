import type { InvertedIndex } from './inverted-index.ts';
import { GAP } from './inverted-index.ts';
import type { Instead } from './instead.ts';
import { isFunctionWord } from './stop-words.ts';
import { remembering } from '../language/remembering.ts';

/** "TIC", "NQNs": written as initials are. */
const INITIALS = /^\p{Lu}{3,5}s?$/u;
const WEIGHT = 0.75;
const MOST_PHRASES = 3;

/** The phrases of the texts that begin or end one of them and have these initials, commonest first; each text is read when first needed. */
export function createInitials(index: InvertedIndex): (written: string) => readonly Instead[] {
  let made: Letters | undefined;
  const phrasesFor = remembering((written) => {
    made ??= lettersOf(index);
    return phrasesIn(index, made, written.replace(/s$/u, '').toLowerCase());
  });
  return (written) => (INITIALS.test(written) ? phrasesFor(written) : []);
}

interface Letters {
  /** By term: how it begins, whether it only joins, and its commonest form. */
  readonly first: readonly string[];
  readonly joins: readonly boolean[];
  readonly surface: readonly string[];
}

function lettersOf({ terms, surface, termOfSurface }: InvertedIndex): Letters {
  const forms: string[] = [];
  for (const word of surface) forms[termOfSurface.get(word) ?? 0] ??= word;
  const names = [...terms.keys()];
  return {
    first: names.map((name) => name.charAt(0)),
    joins: names.map(isFunctionWord),
    surface: names.map((name, term) => forms[term] ?? name),
  };
}

function phrasesIn(index: InvertedIndex, letters: Letters, initials: string): readonly Instead[] {
  const { text } = index;
  const counted = new Map<string, { readonly terms: readonly number[]; count: number }>();
  for (let from = 0; from < text.length; from += 1) {
    const terms = phraseAt(text, from, letters, initials);
    if (!terms) continue;
    const borders = from === 0 || text[from - 1] === GAP || text[from + terms.length] === GAP;
    if (!borders) continue;
    const key = terms.join(' ');
    const held = counted.get(key);
    if (held) held.count += 1;
    else counted.set(key, { terms, count: 1 });
  }
  return [...counted.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_PHRASES)
    .map(({ terms }) => ({
      index,
      terms,
      weight: WEIGHT,
      text: terms.map((term) => letters.surface[term]).join(' '),
      relation: 'same',
      plan: undefined,
      within: undefined,
    }));
}

/** The terms from there on that have the initials; words that only join may stand between them. */
function phraseAt(
  text: Uint32Array,
  from: number,
  { first, joins }: Letters,
  initials: string,
): readonly number[] | undefined {
  const terms: number[] = [];
  let next = 0;
  for (let at = from; next < initials.length; at += 1) {
    const term = text[at];
    if (term === undefined || term === GAP) return undefined;
    if (first[term] === initials[next]) next += 1;
    else if (next === 0 || joins[term] !== true) return undefined;
    terms.push(term);
  }
  return terms;
}
