/**
 * The groups of letters of a folded word by which its language is told: every two and three together, the word's begin and
 * end marked by `_`, and its last three with the mark, for endings tell most.
 */
export function lettersTogether(word: string): readonly string[] {
  const marked = `_${word}_`;
  const groups: string[] = [];
  for (let at = 0; at + 2 <= marked.length; at += 1) {
    groups.push(marked.slice(at, at + 2));
    if (at + 3 <= marked.length) groups.push(marked.slice(at, at + 3));
  }
  if (word.length > 3) groups.push(marked.slice(-4));
  return groups;
}
