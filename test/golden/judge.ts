import type { Expectation } from './sheet.ts';
import type { Said } from './ask-all.ts';

/** One thing that is wrong with an answer, in a phrase. */
export interface Fault {
  readonly about: 'kind' | 'items' | 'words' | 'sources' | 'language' | 'contract' | 'invented';
  readonly says: string;
}

/** Where an answer differs from what its question expects. */
export function differences(expected: Expectation, said: Said): readonly Fault[] {
  return [
    ...ofKind(expected, said),
    ...ofItems(expected, said),
    ...ofWords(expected, said),
    ...ofSources(expected, said),
  ];
}

function ofKind({ kind, not = [] }: Expectation, said: Said): readonly Fault[] {
  const allowed: readonly string[] | undefined = typeof kind === 'string' ? [kind] : kind;
  if (allowed && !allowed.includes(said.kind))
    return [{ about: 'kind', says: `kind ${said.kind}, not ${allowed.join(' or ')}` }];
  return not.some((each) => each === said.kind) ? [{ about: 'kind', says: `kind ${said.kind}` }] : [];
}

function ofItems(expected: Expectation, { items }: Said): readonly Fault[] {
  const { items: exactly, first, includes = [], excludes = [] } = expected;
  const faults: string[] = [];
  if (exactly) {
    const missing = exactly.filter((id) => !items.includes(id));
    const extra = items.filter((id) => !exactly.includes(id));
    if (missing.length > 0) faults.push(`without ${missing.join(' ')}`);
    if (extra.length > 0) faults.push(`also ${listed(extra)}`);
  }
  if (first !== undefined && items[0] !== first) faults.push(`first is ${items[0] ?? 'none'}, not ${first}`);
  const absent = includes.filter((id) => !items.includes(id));
  if (absent.length > 0) faults.push(`without ${absent.join(' ')}`);
  const present = excludes.filter((id) => items.includes(id));
  if (present.length > 0) faults.push(`with ${listed(present)}`);
  return faults.map((says) => ({ about: 'items', says }));
}

function listed(items: readonly string[]): string {
  const more = items.length > 6 ? ` and ${items.length - 6} more` : '';
  return `${items.slice(0, 6).join(' ')}${more}`;
}

function ofWords({ says = [], never = [] }: Expectation, { text }: Said): readonly Fault[] {
  const heard = plain(text);
  const missing = says.filter((each) => ![each].flat().some((words) => heard.includes(plain(words))));
  const unwanted = never.filter((words) => heard.includes(plain(words)));
  return [
    ...missing.map((each) => ({ about: 'words' as const, says: `does not say ${quoted([each].flat())}` })),
    ...unwanted.map((words) => ({ about: 'words' as const, says: `says ${quoted([words])}` })),
  ];
}

function ofSources({ sources }: Expectation, said: Said): readonly Fault[] {
  if (sources === undefined || said.sources.length === 0) return [];
  return [{ about: 'sources', says: `names ${said.sources.length} sources, where none answers` }];
}

function quoted(words: readonly string[]): string {
  return words.map((each) => `“${each}”`).join(' or ');
}

/** Without case, accents, curly quotes, long dashes and broken lines. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[‘’]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[‐-―]/gu, '-')
    .replaceAll(/\s+/gu, ' ');
}
