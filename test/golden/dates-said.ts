/** Month names as both languages print them, with the initial mutations that Welsh months take. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'ionawr'],
  ['february', 'chwefror'],
  ['march', 'mawrth', 'fawrth'],
  ['april', 'ebrill'],
  ['may', 'mai', 'fai'],
  ['june', 'mehefin', 'fehefin'],
  ['july', 'gorffennaf', 'orffennaf'],
  ['august', 'awst'],
  ['september', 'medi', 'fedi'],
  ['october', 'hydref'],
  ['november', 'tachwedd', 'dachwedd'],
  ['december', 'rhagfyr', 'ragfyr'],
];
const NUMBER_OF_MONTH = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1])));
const NAMES = [...NUMBER_OF_MONTH.keys()].join('|');
const DAY_AND_MONTH = new RegExp(
  String.raw`(?:\b(\d{1,2})(?:st|nd|rd|th)? )?(?:of )?\b(${NAMES})\b(?: (\d{4}))?`,
  'giu',
);
const ISO = /\b\d{4}-\d{2}(?:-\d{2})?\b/gu;
const NUMBER = /\d+(?:[.,:]\d+)*/gu;

/** The dates of a text, as exact as they are said (`2026-11-21`, `2026-11`), and the numbers that are left. */
export interface Said {
  readonly dates: readonly string[];
  readonly numbers: readonly string[];
}

export function saidIn(text: string): Said {
  const dates: string[] = [];
  const withoutIso = text.replaceAll(ISO, (date) => {
    dates.push(date);
    return ' ';
  });
  const rest = withoutIso.replaceAll(
    DAY_AND_MONTH,
    (whole, day: string | undefined, name: string, year: string | undefined) => {
      if (year === undefined) return whole;
      const month = `${year}-${two(NUMBER_OF_MONTH.get(name.toLowerCase()) ?? 0)}`;
      dates.push(day === undefined ? month : `${month}-${two(Number(day))}`);
      return ' ';
    },
  );
  return { dates, numbers: [...rest.matchAll(NUMBER)].map(([number]) => number) };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
