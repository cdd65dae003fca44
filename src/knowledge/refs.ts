import type { Item, ItemKind } from '../domain/model.ts';

/** Finds items by the number that people quote, best first. */
export type RefIndex = (ref: string, kind?: ItemKind) => readonly Item[];

/**
 * A ref without what does not matter: case, a leading `#`, brackets, spaces and hyphens. Between two digits they
 * separate, so "4-2" reads as "4.2" and never as "42".
 */
export function foldRef(ref: string): string {
  if (PLAIN_REF.test(ref)) return ref.toLowerCase();
  return ref
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*#/, '')
    .replace(/\s*\.\s*/g, '.')
    .replace(/(?<=\d)[\s\p{Pd}]+(?=\d)/gu, '.')
    .replace(/[\s\p{Pd}()[\]]/gu, '')
    .replace(/\.+$/, '');
}
/** Nothing in it to take out: as most refs are printed and quoted. */
const PLAIN_REF = /^[A-Za-z]?\d+(?:\.\d+)*$/;

/** "04.2" as "4.2" and "r07" as "r7"; zeros after a point are part of the number. */
function withoutLeadingZeros(folded: string): string {
  return folded.replace(/^(\D*)0+(?=\d)/, '$1');
}

/** The number of a prefixed ref: "r7" gives "7"; undefined where nothing stands before the digits. */
function bareNumber(folded: string): string | undefined {
  return /^\D+(\d.*)$/.exec(folded)?.[1];
}

/** Whether an item prints that very ref: case, spaces, hyphens and leading zeros aside, no letter dropped or added. */
export function printsRef({ refs }: Pick<Item, 'refs'>, ref: string): boolean {
  const typed = withoutLeadingZeros(foldRef(ref));
  return refs.some((printed) => withoutLeadingZeros(foldRef(printed)) === typed);
}

/**
 * Exact refs come first, then prefixed ones for a bare number ("7" finds "R7"). Only where neither fits does a letter
 * stand for the kind's own initial ("R7" finds recommendation "7").
 */
export function indexRefs(items: readonly Item[]): RefIndex {
  const exact = new Map<string, Item[]>();
  const prefixed = new Map<string, Item[]>();
  for (const item of items) {
    for (const folded of item.refs.map(foldRef)) {
      addTo(exact, folded, item);
      if (withoutLeadingZeros(folded) !== folded) addTo(exact, withoutLeadingZeros(folded), item);
      const bare = bareNumber(folded);
      if (bare !== undefined) addTo(prefixed, withoutLeadingZeros(bare), item);
    }
  }
  return (ref, kind) => {
    const folded = foldRef(ref);
    const sensible = withoutLeadingZeros(folded);
    const printed = ofKind(exact.get(folded) ?? exact.get(sensible), kind);
    const found = [...new Set([...printed, ...ofKind(prefixed.get(sensible), kind)])];
    if (found.length > 0) return found;
    const bare = bareNumber(sensible);
    const initial = sensible.charAt(0);
    return ofKind(bare === undefined ? undefined : exact.get(bare), kind).filter((item) =>
      item.kind.startsWith(initial),
    );
  };
}

function ofKind(items: readonly Item[] | undefined, kind: ItemKind | undefined): readonly Item[] {
  return items?.filter((item) => kind === undefined || item.kind === kind) ?? [];
}

/** Adds to the list beneath a key, once. */
export function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (!held) map.set(key, [value]);
  else if (!held.includes(value)) held.push(value);
}
