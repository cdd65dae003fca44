import type { ObserveDeps } from '../../adapters/http/observe.ts';
import { compareDates } from '../domain/dates.ts';
import type { Library } from '../knowledge/library.ts';
import type { Core } from './core.ts';

/** What health probes and metrics are told: only what the public may know of the packs. */
export function probesOf(core: Core, channels: () => readonly string[]): ObserveDeps {
  const library = (): Library => core.knowledge.library('public');
  return {
    health: async () => ({ ok: true, channels: channels(), ...describe(library()) }),
    ready: async () => ({ ok: await storeAnswers(core), channels: channels(), ...describe(library()) }),
    gauges: async () => ({
      plans: library().plans.length,
      items: library().items.length,
      facts: library().facts.length,
      pack_problems: core.knowledge.problems.length,
    }),
  };
}

function describe(library: Library): Readonly<Record<string, unknown>> {
  const asAt = library.items.flatMap(({ id }) => library.updatesOf(id).at(-1)?.asAt ?? []);
  return {
    packs: library.plans.map(({ id }) => id),
    version: library.version,
    oldestAsAt: asAt.sort(compareDates)[0] ?? null,
  };
}

async function storeAnswers(core: Core): Promise<boolean> {
  return core.store.destination('').then(
    () => true,
    () => false,
  );
}
