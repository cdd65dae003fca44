const MOST_REMEMBERED = 4_000;

/** `work`, which must depend on its argument alone, remembering what it gave; when full it forgets all and begins anew. */
export function remembering<T extends object | string>(
  work: (text: string) => T,
  most = MOST_REMEMBERED,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const given = work(text);
    if (known.size >= most) known.clear();
    known.set(text, given);
    return given;
  };
}
