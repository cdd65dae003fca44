/** The known name that a person most likely meant, or undefined where none is near. */
export function nearest(meant: string, known: readonly string[]): string | undefined {
  const wanted = plain(meant);
  const ranked = known
    .map((name) => ({ name, distance: distanceOf(wanted, plain(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.floor(wanted.length / 3)) ? best.name : undefined;
}

/** "Write one of: a, b", led by the one most likely meant. */
export function choiceOf(meant: unknown, known: readonly string[]): string {
  const near = typeof meant === 'string' ? nearest(meant, known) : undefined;
  const all = known.length > 0 ? `Known here: ${known.join(', ')}.` : 'None is known here.';
  return near === undefined ? all : `Did you mean "${near}"? ${all}`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}

/** Letters to put in, take out, exchange or swap with their neighbour to make one word the other. */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    rows.push([i]);
    for (let j = 1; j <= b.length; j += 1) {
      const exchange = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(i - 2, j - 2) + 1 : exchange;
      rows[i]?.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, exchange, swap));
    }
  }
  return at(a.length, b.length);
}
