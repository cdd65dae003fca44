import type { PlanId } from '../domain/model.ts';
import type { PlanMention } from './plan-names.ts';
import { isKindWord, LIST_WORDS, RANGE_WORDS, wordAt, type Place } from './quoted-place.ts';

/**
 * The plan that a number belongs to: the one named straight before it, else after it ("1.1 and 1.3 of the Welsh plan"), else
 * before the list that it stands in, else the nearest.
 */
export function planFor(
  at: readonly number[],
  place: Place,
  numbered: ReadonlySet<number>,
): PlanId | undefined {
  const single = place.plans.filter((mention) => mention.plans.length === 1);
  if (single.length === 0) return undefined;
  const here = at.at(-1) ?? 0;
  const first = firstOfRun(at, place);
  const between = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => from + 1 + i);
  const isPassed = (one: number) => numbered.has(one) || isLink(place, one);
  const ends = (mention: PlanMention) => mention.at.at(-1) ?? 0;
  const starts = (mention: PlanMention) => mention.at[0] ?? 0;
  const before = single.findLast((mention) => ends(mention) < first);
  const after = single.find((mention) => starts(mention) > here);
  const gapBefore = before && between(ends(before), first);
  const gapAfter = after && between(here, starts(after));
  const straight = gapBefore?.every((one) => isKindWord(place, one)) === true;
  const belongs =
    gapAfter?.every((one) => isPassed(one) || OF.has(wordAt(place, one))) === true &&
    (before === undefined || gapAfter.length === 0 || gapAfter.some((one) => OF.has(wordAt(place, one))));
  const listed = gapBefore?.every(isPassed) === true;
  const nearer = (gapAfter?.length ?? Infinity) <= (gapBefore?.length ?? Infinity) ? after : before;
  const [plan] = (straight ? before : belongs ? after : listed ? before : nearer)?.plans ?? [];
  return plan;
}
function firstOfRun(at: readonly number[], place: Place): number {
  let first = at.at(-1) ?? 0;
  while (at.includes(first - 1) && !isKindWord(place, first - 1)) first -= 1;
  return first;
}
const OF: ReadonlySet<string> = new Set('of in from for within under yn yng ym o gan i'.split(' '));
function isLink(place: Place, at: number): boolean {
  const word = wordAt(place, at);
  return (
    LIST_WORDS.has(word) || RANGE_WORDS.has(word) || word === 'y' || word === 'yr' || isKindWord(place, at)
  );
}
