/** A count and the share that is printed beside it: "29 (39%)", "29 (39 y cant)". */
const COUNT_AND_SHARE = /(\d[\d,]*)\s*\((\d+(?:[.,]\d+)?)\s*(?:%|y\s+cant|per\s?cent)\)/giu;
const NUMBER = /(?<![\d.,])\d[\d,]*(?![\d.]*\d|\s*\()/gu;
const YEAR = /^(?:19|20)\d\d$/;

/**
 * What does not add up in a sentence that prints several counts with their shares: against the total that stands before
 * them, else against their own sum. Empty where all is well or nothing can be told.
 */
export function totalsTrouble(text: string): readonly string[] {
  const found = [...text.matchAll(COUNT_AND_SHARE)];
  if (found.length < 2) return [];
  const parts = found.map(([, count = '', share = '']) => ({
    count: numberIn(count),
    share: Number(share.replace(',', '.')),
  }));
  const sum = parts.reduce((all, { count }) => all + count, 0);
  const before = text.slice(0, found[0]?.index);
  const [total, ...more] = (before.match(NUMBER) ?? []).filter((each) => !YEAR.test(each)).map(numberIn);
  const stated = more.length === 0 ? total : undefined;
  if (stated !== undefined && stated !== sum) return [`the counts add up to ${sum} and not to ${stated}`];
  const off = parts.filter(({ count, share }) => sum > 0 && Math.abs((100 * count) / sum - share) >= 1);
  if (off.length === 0) return [];
  const shares = off.map(
    ({ count, share }) => `${count} is ${Math.round((100 * count) / sum)}% and not ${share}%`,
  );
  return [`the counts add up to ${sum}, of which ${shares.join(', ')}`];
}

function numberIn(text: string): number {
  return Number(text.replaceAll(',', ''));
}
