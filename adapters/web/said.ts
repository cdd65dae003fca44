import type { Locale } from '../../src/domain/model.ts';

/** What the page sends: a person's message, from one tab. */
export interface Said {
  readonly text: string;
  readonly conversation: string;
  readonly person: string;
  readonly locale: Locale;
}

const TAB_ID = /^[A-Za-z0-9-]{8,64}$/;
/** Beyond this it is no question; the page's own box stops there too. */
export const MOST_CHARACTERS = 40_000;

/** The request's body as a message; undefined where it is none. */
export function readSaid(body: Buffer): Said | undefined {
  const { text, conversation, person, locale } = parsed(body);
  if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return undefined;
  if (!isTabId(conversation) || !isTabId(person)) return undefined;
  if (locale !== 'cy' && locale !== 'en') return undefined;
  return { text, conversation, person, locale };
}

function isTabId(value: unknown): value is string {
  return typeof value === 'string' && TAB_ID.test(value);
}

function parsed(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
