import type { Store } from '../../src/ports/store.ts';
import { acquaintancesOf } from './acquaintances.ts';
import { destinationsOf } from './destinations.ts';
import { deliveriesOf, subscriptionsOf } from './digests.ts';
import type { Engine } from './engine.ts';
import { inboxOf } from './inbox.ts';
import { migrate } from './migrate.ts';
import { toMilliseconds } from './moments.ts';

/** The store over either engine. */
export function storeOver(engine: Engine): Store {
  const { db } = engine;
  return {
    ...inboxOf(engine),
    ...acquaintancesOf(engine),
    ...destinationsOf(engine),
    ...subscriptionsOf(engine),
    ...deliveriesOf(engine),

    migrate: () => migrate(engine),

    // A settled message's last lease stands in for the moment it was settled: it is never earlier than that moment
    // by more than a running answer, and a key kept a little longer does no harm.
    async sweep(now, settledBefore) {
      await db.deleteFrom('memories').where('expires', '<=', toMilliseconds(now)).execute();
      await db
        .deleteFrom('inbox')
        .where('body', 'is', null)
        .where('lease', '<', toMilliseconds(settledBefore))
        .execute();
      engine.scrub();
    },

    close: () => engine.close(),
  };
}
