import type { Post } from '../../../src/domain/answer.ts';
import type { Payloads } from './previews.ts';

/** What the bot answered, and what the two platforms would have been sent. */
export interface Reply extends Payloads {
  readonly post: Post;
}
export interface Exchange {
  readonly said: string;
  readonly reply: Reply;
}

const EXCHANGES = 'exchanges';
const MOST_KEPT = 20;

/** This tab's own name for its conversation or its person: gone with the tab, and known nowhere else. */
export function tabId(name: 'conversation' | 'person'): string {
  const known = sessionStorage.getItem(name);
  if (known !== null) return known;
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(name, fresh);
  return fresh;
}

/** What was said in this tab, so that it is still there in the page's other language. */
export function exchanges(): readonly Exchange[] {
  return JSON.parse(sessionStorage.getItem(EXCHANGES) ?? '[]') as readonly Exchange[];
}

/** Keeps what was said until the tab is closed; what was for the person alone is not kept. */
export function keep(exchange: Exchange): void {
  if (exchange.reply.post.some((answer) => answer.private)) return;
  try {
    const kept = [...exchanges(), exchange].slice(-MOST_KEPT);
    sessionStorage.setItem(EXCHANGES, JSON.stringify(kept));
  } catch {
    // Full: the page then starts afresh in the other language, and nothing else is lost.
    sessionStorage.removeItem(EXCHANGES);
  }
}
