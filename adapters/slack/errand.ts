import type { Heard } from './ingress.ts';

type Reason = Extract<Heard, { ignored: string }>['ignored'];

/** What one payload of Slack's asks of us: gathered while the listeners run, done once Slack has its acknowledgement. */
export interface Errand {
  /** What the acknowledgement itself says. */
  response?: object;
  /** Some listener knew what to do with it. */
  taken: boolean;
  /** Why it is none of ours. */
  ignored?: Reason;
  /** It could not be stored: no acknowledgement, so that Slack sends it again. */
  fault?: unknown;
  readonly after: (() => Promise<void>)[];
  /** Tells the door that all of it is done. */
  readonly release: () => void;
}

export function newErrand(release: () => void): Errand {
  return { taken: false, after: [], release };
}
