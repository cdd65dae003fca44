import type { HttpResponse, Route } from '../../src/ports/http.ts';
import type { Count } from '../../src/ports/log.ts';

/** What a probe is told: the values as they are, and whether all is well. */
export interface Probe {
  readonly ok: boolean;
  readonly [value: string]: unknown;
}

export interface ObserveDeps {
  /** Whether the process is alive; it is started anew where this fails. */
  health(): Promise<Probe>;
  /** Whether it can serve: packs, channels, store. */
  ready(): Promise<Probe>;
  /** Values of this moment, by name. */
  gauges(): Promise<Readonly<Record<string, number>>>;
}

export interface Observe {
  readonly count: Count;
  /** `/healthz`, `/readyz`, `/metrics`. */
  readonly routes: readonly Route[];
}

interface Counted {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  value: number;
}

const PREFIX = 'workforce_plan_';

/** Counts from the start; the metrics library is loaded at the first scrape, since most installations have none. */
export function observe(deps: ObserveDeps): Observe {
  const counts = new Map<string, Counted>();
  let registry: ReturnType<typeof openRegistry> | undefined;
  return {
    count(name, labels = {}) {
      const key = JSON.stringify([name, labels]);
      const counted = counts.get(key) ?? { name, labels, value: 0 };
      counted.value += 1;
      counts.set(key, counted);
    },
    routes: [
      route('/healthz', async () => probed(await deps.health())),
      route('/readyz', async () => probed(await deps.ready())),
      route('/metrics', async () => {
        registry ??= openRegistry();
        return (await registry)([...counts.values()], await deps.gauges());
      }),
    ],
  };
}

function route(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, handle };
}

function probed(probe: Probe): HttpResponse {
  return {
    status: probe.ok ? 200 : 503,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(probe),
  };
}

/** The counts and gauges in Prometheus form, with the process's own beside them. */
async function openRegistry() {
  const { collectDefaultMetrics, Counter, Gauge, Registry } = await import('prom-client');
  const standing = new Registry();
  collectDefaultMetrics({ register: standing });
  return async (
    counts: readonly Counted[],
    gauges: Readonly<Record<string, number>>,
  ): Promise<HttpResponse> => {
    const ours = new Registry();
    for (const name of new Set(counts.map((counted) => counted.name))) {
      const same = counts.filter((counted) => counted.name === name);
      const labelNames = [...new Set(same.flatMap(({ labels }) => Object.keys(labels)))];
      const full = `${metricName(name)}_total`;
      const counter = new Counter({ name: full, help: full, labelNames, registers: [ours] });
      for (const { labels, value } of same) counter.inc(labels, value);
    }
    for (const [name, value] of Object.entries(gauges)) {
      new Gauge({ name: metricName(name), help: metricName(name), registers: [ours] }).set(value);
    }
    const body = await Registry.merge([standing, ours]).metrics();
    return { status: 200, headers: { 'content-type': standing.contentType }, body };
  };
}

function metricName(name: string): string {
  return PREFIX + name.replaceAll(/[^a-zA-Z0-9_]/g, '_');
}
