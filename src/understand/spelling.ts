/** Words shorter than this say too little to be mended. */
const SHORTEST = 5;

/** The known word that is one slip (a letter more, less, other or swapped) from `word`, or undefined. */
export type Speller = (word: string) => string | undefined;

/**
 * Looks up one-slip mistakes by leaving out each letter in turn, on both sides, so that a look-up costs as many steps as
 * the word has letters. The first letter must be right: most slips leave it, and doubt is better left to the search.
 */
export function createSpeller(known: Iterable<string>): Speller {
  let shortened: ReadonlyMap<string, string> | undefined;
  return (word) => {
    if (!isMendable(word)) return undefined;
    shortened ??= shortenedOf(known);
    for (const form of [word, ...withoutOneLetter(word)]) {
      const near = shortened.get(form);
      if (near !== undefined && near[0] === word[0]) return near;
    }
    return undefined;
  };
}

function shortenedOf(known: Iterable<string>): ReadonlyMap<string, string> {
  const shortened = new Map<string, string>();
  for (const word of known) {
    if (!isMendable(word)) continue;
    for (const form of [word, ...withoutOneLetter(word)]) if (!shortened.has(form)) shortened.set(form, word);
  }
  return shortened;
}

function isMendable(word: string): boolean {
  return word.length >= SHORTEST && /^\p{L}+$/u.test(word);
}

function withoutOneLetter(word: string): string[] {
  const forms: string[] = [];
  for (let at = 1; at < word.length; at += 1) forms.push(word.slice(0, at) + word.slice(at + 1));
  return forms;
}
