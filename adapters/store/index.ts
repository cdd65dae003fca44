import type { Store } from '../../src/ports/store.ts';

/** Where the store lives. SQLite: a file, created with its folder if missing, or `:memory:`. */
export type StorePlace =
  | {
      readonly kind: 'sqlite';
      readonly path: string;
      /** False: never waits for the disk; for files that are thrown away after a run. Default true. */
      readonly durable?: boolean;
    }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Opens the store with its tables at this version. Loads the one driver that is needed and nothing of the other. Throws
 * an Error that names the place and the remedy where it cannot be opened.
 */
export async function openStore(place: StorePlace): Promise<Store> {
  const engine = await openEngine(place);
  const { storeOver } = await import('./store.ts');
  const store = storeOver(engine);
  try {
    await store.migrate();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openEngine(place: StorePlace) {
  if (place.kind === 'postgres') return (await import('./postgres.ts')).postgresEngine(place.url);
  return (await import('./sqlite.ts')).sqliteEngine(place.path, place.durable ?? true);
}
