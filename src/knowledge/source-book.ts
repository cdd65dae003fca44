import type { SourceEntry, SourceRef } from './schema.ts';
import type { Row } from './sheet.ts';

/** The plan's sources while sheets are read: each document is written once, and rows refer to it by key. */
export interface SourceBook {
  readonly sources: Record<string, SourceEntry>;
  /** The row that first named a document, by key. */
  readonly rows: Map<string, Row>;
  /** The plan's own. */
  own: SourceRef | undefined;
  /** Whether anybody has said that it is: only then does it stand in for what a row leaves out. */
  stated: boolean;
}

const KEY_LENGTH = 40;

/**
 * Makes the document that a row of `plans` names, where it names one, the plan's own source. A document that was published
 * on another day than the plan keeps its day.
 */
export function adoptSource(book: SourceBook, row: Row, published: unknown, before: unknown): void {
  const key = keyNamed(book, row);
  if (key === undefined) return;
  book.own = refTo(book, key, row, true);
  book.stated = true;
  const known = book.sources[key]?.published;
  const followed = known === undefined ? book.rows.has(key) : String(known) === String(before);
  if (published !== undefined && followed)
    book.sources[key] = { ...book.sources[key], published } as SourceEntry;
}

/** Whether neither the row nor anybody for the whole plan names a document. */
export function isSourceless({ stated }: SourceBook, { cells }: Row): boolean {
  return !stated && (cells['source_document'] ?? cells['source_document_cy']) === undefined;
}

/** Stands where a source is missing, which is reported by itself, so that the rest can be checked; never written. */
export const NO_SOURCE: SourceRef = { document: { en: '?' }, confidence: 'primary' };

/** The source that a row names, else the one stated for the plan. */
export function sourceFor(book: SourceBook, row: Row): SourceRef {
  const named = keyNamed(book, row);
  const key = named ?? (book.stated ? ownKey(book) : undefined);
  return key === undefined ? NO_SOURCE : refTo(book, key, row, named !== undefined);
}

/** A source by its key, with what the row says otherwise; an address that goes with a document has led to it already. */
function refTo({ sources }: SourceBook, key: string, row: Row, named: boolean): SourceRef {
  const source = sources[key];
  if (source === undefined) return NO_SOURCE;
  const url = named ? undefined : row.cells['source_url'];
  const locator = row.cells['source_locator'];
  const confidence = confidenceOf(row);
  const differing = {
    ...(locator !== undefined && { locator }),
    ...(confidence !== undefined && confidence !== source.confidence && { confidence }),
    ...(url !== undefined && url !== source.url && { url }),
  };
  return Object.keys(differing).length === 0 ? key : ({ from: key, ...differing } as SourceRef);
}

/** The source of a theme: the plan's own, or the document of the row that names the theme where nobody stated one. */
export function themeSource(book: SourceBook, row: Row | undefined): SourceRef {
  const named = book.stated || row === undefined ? undefined : keyNamed(book, row);
  return named ?? book.own ?? NO_SOURCE;
}

/** The key of the document that the row names; one not yet known is written into the book. */
export function keyNamed({ sources, rows }: SourceBook, row: Row): string | undefined {
  const { source_document: en, source_document_cy: cy, source_url: url } = row.cells;
  if (en === undefined && cy === undefined) return undefined;
  const known = Object.entries(sources).find(
    ([, { document, url: address }]) =>
      ((en !== undefined && document.en === en) || (cy !== undefined && document.cy === cy)) &&
      (url === undefined || address === url),
  );
  if (known) return known[0];
  const key = freeKey(en ?? cy, sources);
  sources[key] = {
    document: { ...(en !== undefined && { en }), ...(cy !== undefined && { cy }) },
    ...(url !== undefined && { url }),
    confidence: confidenceOf(row) ?? 'primary',
  } as SourceEntry;
  rows.set(key, row);
  return key;
}

/** A source that the plan has written out is given a key, so that rows can refer to it. */
function ownKey(book: SourceBook): string | undefined {
  if (book.own === undefined || typeof book.own === 'string') return book.own;
  if ('from' in book.own) return book.own.from;
  const key = freeKey('plan', book.sources);
  book.sources[key] = book.own;
  book.own = key;
  return key;
}

function confidenceOf({ cells }: Row): string | undefined {
  return cells['confidence']?.toLowerCase();
}

/** A readable key made of a document's title that no other source has. */
function freeKey(title: string | undefined, taken: Readonly<Record<string, unknown>>): string {
  const plain = (title ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  let key = words[0] ?? 'source';
  for (const word of words.slice(1)) if (key.length + word.length < KEY_LENGTH) key += `-${word}`;
  if (!(key in taken)) return key;
  let number = 2;
  while (`${key}-${number}` in taken) number += 1;
  return `${key}-${number}`;
}
