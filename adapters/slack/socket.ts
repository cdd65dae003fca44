import type { SocketModeReceiver } from '@slack/bolt';
import type { Clock } from '../../src/ports/clock.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Door } from './door.ts';
import { asFields } from './ingress.ts';
import { refusalOf } from './outcome.ts';

const MOST_SECONDS_BETWEEN_TRIES = 60;

export interface SocketDeps {
  readonly client: SocketModeReceiver['client'];
  readonly door: Door;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Socket {
  /** Resolves with the first connection, or with the first failure to connect: it goes on trying. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Socket Mode: the same payloads over a connection that we open, for a place without a public address. */
export function createSocket({ client, door, clock, log }: SocketDeps): Socket {
  let stopping = false;
  client.on('slack_event', (envelope: Envelope) => {
    if (!stopping) void receive({ door, log }, envelope);
  });
  return {
    start: () =>
      new Promise((resolve) => {
        void keepConnected({ client, clock, log, tried: resolve, isStopping: () => stopping });
      }),
    stop: async () => {
      stopping = true;
      // A peer that does not answer the close holds nobody up.
      await Promise.race([client.disconnect(), clock.wait(1)]);
    },
  };
}

interface Envelope {
  readonly body: unknown;
  readonly ack: (response?: Record<string, unknown>) => Promise<void>;
}

/** Without an acknowledgement Slack sends it again. */
async function receive({ door, log }: Pick<SocketDeps, 'door' | 'log'>, envelope: Envelope): Promise<void> {
  try {
    const errand = await door.admit(asFields(envelope.body) ?? {});
    await envelope.ack(errand.response && { ...errand.response });
    door.finish(errand);
  } catch (fault) {
    log.error('slack-not-stored', { detail: fault instanceof Error ? fault.message : 'unknown' });
  }
}

interface Connection extends Pick<SocketDeps, 'client' | 'clock' | 'log'> {
  readonly tried: () => void;
  readonly isStopping: () => boolean;
}

/** Slack's own reconnecting ends the process when the network is down for a moment, so the loop is ours. */
async function keepConnected({ client, clock, log, tried, isStopping }: Connection): Promise<void> {
  let lose = (): void => {};
  client.on('disconnected', () => lose());
  for (let failures = 0; !isStopping();) {
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    try {
      await client.start();
      failures = 0;
      log.info('slack-socket-connected');
      tried();
      await lost;
    } catch (fault) {
      log.error('slack-socket-failed', { ...refusalOf(fault) });
      tried();
    }
    failures += 1;
    const seconds = Math.min(2 ** (failures - 1), MOST_SECONDS_BETWEEN_TRIES);
    if (isStopping() || (await clock.wait(seconds)) === 'stopping') return;
  }
}
