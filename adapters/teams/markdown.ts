// Card texts and facts are read as a small Markdown, and a few other things. Only what would take effect is escaped:
// a renderer that knows less of Markdown shows a backslash that it did not need.

/** The text so that a card shows it letter by letter. */
export function plain(text: string): string {
  return text
    .replace(/[\\*_[\]`~]/gu, '\\$&')
    .replace(/\{(?=\{)/gu, '{\\')
    .replace(/&(?=#?\w+;)/gu, '&amp;')
    .replace(/<(?=[A-Za-z/!?])/gu, '&lt;')
    .replace(/^([ \t]*)([#>+-])/gmu, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])/gmu, '$1\\$2');
}

/** The words as a link, or just the words where the address is none that may be opened. The address is never shortened. */
export function link(words: string, url: string | undefined): string {
  const address = url === undefined ? undefined : safeAddress(url);
  return address === undefined ? plain(words) : `[${plain(words).replace(/\s+/gu, ' ')}](${address})`;
}

/** Brackets would end the link early and are percent-encoded; the parser has done so with blanks and quotes. */
function safeAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[()<>[\]]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The text in pieces of at most `most` characters, cut between words where there is a blank; nothing is lost but that blank. */
export function pieces(text: string, most: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = cutAt(rest, most);
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && found.length > 0 ? found : [...found, rest];
}

/** The text cut between words, with an ellipsis where anything is left out. */
export function brief(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, cutAt(text, most - 2)).trimEnd()} …`;
}

function cutAt(text: string, most: number): number {
  const blank = Math.max(text.lastIndexOf(' ', most), text.lastIndexOf('\n', most));
  if (blank > 0) return blank;
  // A character outside the basic plane is two units: never part them.
  return /[\uD800-\uDBFF]/u.test(text.charAt(most - 1)) ? most - 1 : most;
}
