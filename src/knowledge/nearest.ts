/** The known name that a person most likely meant, or undefined where none is near. */
export function nearest(meant: string, known: readonly string[]): string | undefined {
  const wanted = plain(meant);
  let best: string | undefined;
  let within = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    const other = plain(name);
    if (Math.abs(other.length - wanted.length) >= within) continue;
    const distance = distanceOf(wanted, other);
    if (distance < within) [best, within] = [name, distance];
  }
  return best;
}

const MOST_NAMED = 12;

/** "Known here: a, b", led by the one most likely meant. */
export function choiceOf(meant: unknown, known: readonly string[]): string {
  const near = typeof meant === 'string' ? nearest(meant, known) : undefined;
  const more = known.length > MOST_NAMED * 2 ? known.length - MOST_NAMED : 0;
  const named = more > 0 ? known.slice(0, MOST_NAMED) : known;
  const all =
    known.length > 0
      ? `Known here: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
      : 'None is known here.';
  return near === undefined ? all : `Did you mean "${near}"? ${all}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Letters to put in, take out, exchange or swap with their neighbour to make one word the other. */
function distanceOf(a: string, b: string): number {
  let [beforeLast, last]: readonly [number[], number[]] = [
    [],
    Array.from({ length: b.length + 1 }, (_, at) => at),
  ];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchange = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (beforeLast[j - 2] ?? 0) + 1 : exchange;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, exchange, swap));
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
