import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** What the two databases differ in; everything else is said once, through kysely. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** True where several writers work at once, so that a row must be locked between reading and writing it. */
  readonly rowLocks: boolean;
  /** Called first in the migrating transaction: of several processes one at a time gets past it. */
  lockMigrations(transaction: Transaction<Tables>): Promise<void>;
  /** Soon after, overwritten text is gone from the files beside the tables too, as far as the engine allows. */
  readonly scrub: () => void;
  close(): Promise<void>;
}
