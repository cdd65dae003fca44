import type { App } from '@slack/bolt';
import type { Count, Log } from '../../src/ports/log.ts';
import { newErrand, type Errand } from './errand.ts';
import type { Identity } from './identity.ts';

export interface DoorDeps {
  /** Sorts and reads commands and presses of buttons. */
  readonly app: () => Promise<App>;
  /** Takes what people write. */
  readonly hear: (incoming: {
    readonly body: unknown;
    readonly context: Readonly<Record<string, unknown>>;
  }) => Promise<void>;
  readonly identity: () => Promise<Identity>;
  readonly log: Log;
  readonly count: Count;
}

/** The one way in for payloads of HTTP and of Socket Mode. */
export interface Door {
  /** Resolves when the payload is safe with us and may be acknowledged; rejects when Slack shall send it again. */
  admit(body: Readonly<Record<string, unknown>>): Promise<Errand>;
  /** Does what is to be done after the acknowledgement. */
  finish(errand: Errand): void;
  /** Resolves when nothing is being done any more. */
  idle(): Promise<void>;
}

/**
 * Bolt sorts commands and presses to their listeners. Its acknowledgement goes nowhere, and ours follows the storing.
 * Events do not pass through it: it would acknowledge them before any listener has run, and its chain of middleware
 * costs as much as an answer.
 */
export function createDoor(deps: DoorDeps): Door {
  const running = new Set<Promise<void>>();
  return {
    admit: async (body) => {
      const errand = newErrand(hold(running));
      try {
        await dispatch(deps, body, errand);
        return errand;
      } catch (fault) {
        errand.release();
        throw fault;
      }
    },
    finish: (errand) => {
      void Promise.all(errand.after.map((work) => guarded(deps.log, work))).finally(errand.release);
    },
    idle: async () => {
      await Promise.all(running);
    },
  };
}

/** Adds to what is being done; the function returned takes it away again. */
function hold(running: Set<Promise<void>>): () => void {
  let release = (): void => {};
  const held: Promise<void> = new Promise<void>((resolve) => {
    release = resolve;
  }).finally(() => running.delete(held));
  running.add(held);
  return () => release();
}

async function dispatch(
  { app, hear, identity, log, count }: DoorDeps,
  body: Readonly<Record<string, unknown>>,
  errand: Errand,
): Promise<void> {
  const context = { errand, me: await identity() };
  if (body['type'] === 'event_callback') {
    await hear({ body, context });
  } else {
    const event = { body, ack: async () => {}, customProperties: context };
    const bolt = await app();
    await bolt.processEvent(event).catch((fault: unknown) => {
      errand.ignored = 'shape';
      log.warn('slack-payload-unreadable', { detail: fault instanceof Error ? fault.name : 'unknown' });
    });
  }
  if (errand.fault !== undefined) throw errand.fault;
  const ignored = errand.ignored ?? (errand.taken ? undefined : 'event');
  if (ignored) count('ignored', { channel: 'slack', reason: ignored });
}

async function guarded(log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (fault) {
    log.error('slack-after-failed', { detail: fault instanceof Error ? fault.name : 'unknown' });
  }
}
