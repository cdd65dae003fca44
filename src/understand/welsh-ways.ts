/** Words that north and south, or speech and writing, say each in their own way: a phrase with one of them is meant with all. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  beth: ['beth', 'be'],
  ble: ['ble', 'lle'],
  lle: ['lle', 'ble'],
  yw: ['yw', 'ydy', 'ydi'],
  // Not "yw", which stands in every "beth yw": a phrase that begins a question with "ydy" would be heard in those.
  ydy: ['ydy', 'ydi'],
  ydi: ['ydi', 'ydy'],
  gyda: ['gyda', 'efo', 'hefo'],
  efo: ['efo', 'hefo', 'gyda'],
  sut: ['sut', 'shwt', 'shwd'],
};

/** The phrases with every way of saying their words. What stands in `{…}` is left as it was written. */
export function inEveryWay<C extends string>(
  phrases: Readonly<Record<C, readonly string[]>>,
): Readonly<Record<C, readonly string[]>> {
  const said: Record<C, readonly string[]> = { ...phrases };
  for (const meaning of Object.keys(phrases) as C[])
    said[meaning] = [...new Set(phrases[meaning].flatMap(waysToSay))];
  return said;
}

function waysToSay(phrase: string): readonly string[] {
  const parts = phrase.split(/(\{[^{}]*\}| )/u);
  return parts.reduce<readonly string[]>(
    (begun, part) => begun.flatMap((start) => waysOf(part).map((way) => start + way)),
    [''],
  );
}

function waysOf(word: string): readonly string[] {
  return (Object.hasOwn(WAYS, word) ? WAYS[word] : undefined) ?? [word];
}
