import type { SourceEntry, SourceRef } from './schema.ts';
import type { Row } from './sheet.ts';

/** The plan's sources while sheets are read: each document is written once, and rows refer to it by key. */
export interface SourceBook {
  readonly sources: Record<string, SourceEntry>;
  /** The row that first named a document, by key. */
  readonly rows: Map<string, Row>;
  /** The plan's own. */
  own: SourceRef | undefined;
}

const KEY_LENGTH = 40;

/** Makes the document that a row names, where it names one, the plan's own source. */
export function adoptSource(book: SourceBook, row: Row, published: unknown): void {
  const key = keyNamed(book, row);
  if (key === undefined) return;
  book.own = key;
  if (published !== undefined) book.sources[key] = { ...book.sources[key], published } as SourceEntry;
}

/** The source that a row names, else the plan's own; undefined where there is neither. */
export function sourceFor(book: SourceBook, row: Row): SourceRef | undefined {
  const named = keyNamed(book, row);
  const key = named ?? ownKey(book);
  const source = key === undefined ? undefined : book.sources[key];
  if (key === undefined || source === undefined) return undefined;
  const url = named === undefined ? row.cells['source_url'] : undefined;
  const locator = row.cells['source_locator'];
  const confidence = confidenceOf(row);
  const differing = {
    ...(locator !== undefined && { locator }),
    ...(confidence !== undefined && confidence !== source.confidence && { confidence }),
    ...(url !== undefined && url !== source.url && { url }),
  };
  return Object.keys(differing).length === 0 ? key : ({ from: key, ...differing } as SourceRef);
}

/** The key of the document that the row names; one not yet known is written into the book. */
function keyNamed({ sources, rows }: SourceBook, row: Row): string | undefined {
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
