/** Lists of words by name, as `<name>` stands for them in a pattern. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/** A pattern with its `<names>` put in, and no braces left within braces: what a listener takes. */
export function plainPattern(pattern: string, lists: WordLists): string {
  return partsOf(withLists(pattern, lists))
    .map((part) => (isChoice(part) ? `{${choicesIn(part).join('|')}}` : part))
    .join('');
}

function withLists(pattern: string, lists: WordLists): string {
  return pattern.replaceAll(/<([^<>]+)>/gu, (_, name: string) => {
    const list = lists[name];
    if (list === undefined) throw new Error(`No list of words is called <${name}>.`);
    return `{${list.map((entry) => withLists(entry, lists)).join('|')}}`;
  });
}

/** Outermost `{…}` and what stands between them. */
function partsOf(pattern: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of pattern) {
    if (letter === '{' && depth++ === 0) parts.push('');
    parts[parts.length - 1] += letter;
    if (letter === '}' && --depth === 0) parts.push('');
  }
  return parts;
}

function isChoice(part: string): boolean {
  return part.startsWith('{');
}

/** Every plain alternative of a `{…}`, however deep. */
function choicesIn(choice: string): readonly string[] {
  return alternativesIn(choice.slice(1, -1)).flatMap((alternative) =>
    partsOf(alternative).reduce<readonly string[]>(
      (begun, part) => {
        const ends = isChoice(part) ? choicesIn(part) : [part];
        return begun.flatMap((start) => ends.map((end) => start + end));
      },
      [''],
    ),
  );
}

function alternativesIn(text: string): readonly string[] {
  const alternatives = [''];
  let depth = 0;
  for (const letter of text) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (letter === '|' && depth === 0) alternatives.push('');
    else alternatives[alternatives.length - 1] += letter;
  }
  return alternatives;
}
