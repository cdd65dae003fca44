const MOST_REMEMBERED = 4_000;

/** `work`, which must depend on its argument alone, remembering what it gave; when full it forgets all and begins anew. */
export function remembering<T>(work: (text: string) => T, most = MOST_REMEMBERED): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    // Safe cast: what is known under the text is what `work` gave.
    if (before !== undefined || known.has(text)) return before as T;
    const given = work(text);
    if (known.size >= most) known.clear();
    known.set(text, given);
    return given;
  };
}
