const ZERO_WIDTH_SPACE = '\u200B';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };

/** Control characters and half characters gone: Slack shows neither, and JSON writes each as six. */
export function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is taken out
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Slack's three reserved characters as entities: nothing in the text can mention or link any more. */
export function escape(text: string): string {
  return text.replace(/[&<>]/gu, (character) => ENTITIES[character] ?? character);
}

/**
 * One line of mrkdwn that shows exactly this text. Slack has no escape for its formatting characters: one that stands
 * between two zero-width spaces touches neither a word nor a space, so it opens and closes nothing.
 */
export function inert(text: string): string {
  const line = clean(text).replace(/\s+/gu, ' ').trim();
  const apart = line
    .replace(/[*_~`]/gu, `${ZERO_WIDTH_SPACE}$&${ZERO_WIDTH_SPACE}`)
    .replace(/:(?=[\p{L}\p{N}_+'-]+:)/gu, `:${ZERO_WIDTH_SPACE}`)
    .replace(/^>/u, `${ZERO_WIDTH_SPACE}>`);
  return escape(apart);
}

/** A web address as a link that shows `label`; undefined where it is no web address. */
export function link(url: string, label: string): string | undefined {
  const address = webAddress(url);
  return address === undefined ? undefined : `<${escape(address)}|${inert(label) || inert(address)}>`;
}

/** The address where it leads to the web, with the characters that end a link percent-encoded. */
export function webAddress(url: string): string | undefined {
  const trimmed = clean(url).trim();
  if (!/^https?:\/\/[^\s/]/iu.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return trimmed.replace(/[<>|"\s]/gu, encodeURIComponent);
}

/** The text in pieces of at most `most` units, cut between lines, else words, never inside a character. */
export function pieces(text: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const line = head.lastIndexOf('\n');
    const cut = line > most / 2 ? line : Math.max(line, head.lastIndexOf(' '));
    const whole = isHighSurrogate(head.charCodeAt(most - 1)) ? most - 1 : most;
    const end = cut > 0 ? cut : whole;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...found, rest].filter((piece) => piece !== '');
}

/** The beginning of a text that must be short, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  return `${isHighSurrogate(head.charCodeAt(head.length - 1)) ? head.slice(0, -1) : head}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** What the person typed: the mention of `bot` taken out, Slack's entities and references as words. */
export function typed(text: string, bot: string): string {
  return text
    .replace(new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'gu'), ' ')
    .replace(/<([^<>]*)>|&(amp|lt|gt);/gu, (whole, reference?: string, entity?: string) =>
      reference === undefined ? (CHARACTERS[entity ?? ''] ?? whole) : inWords(reference),
    )
    .replace(/[^\S\n]+/gu, ' ')
    .trim();
}

export function mentions(text: string, user: string): boolean {
  return text.includes(`<@${user}>`) || text.includes(`<@${user}|`);
}

/** `#C1|general`, `@U1|name`, `!subteam^S1|@team`, `https://x|label`: the label, else what can be said of it. */
function inWords(reference: string): string {
  const bar = reference.indexOf('|');
  const target = unescape(bar < 0 ? reference : reference.slice(0, bar));
  const label = unescape(bar < 0 ? '' : reference.slice(bar + 1));
  const sign = target.charAt(0);
  if (sign === '@' || sign === '#') return label ? `${sign}${label.replace(/^[@#]/u, '')}` : target;
  if (sign === '!') return label || `@${target.slice(1)}`;
  return label || target;
}

function unescape(text: string): string {
  return text.replace(/&(amp|lt|gt);/gu, (whole, entity: string) => CHARACTERS[entity] ?? whole);
}
