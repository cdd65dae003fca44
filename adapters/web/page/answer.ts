import type { Answer, Ask, Block, Citation, Entry, StatusLine, Wording } from '../../../src/domain/answer.ts';
import type { Locale } from '../../../src/domain/model.ts';
import { freshId, make, pressable } from './dom.ts';
import { drawProgress } from './progress.ts';
import { icon, LATE, signOf, TONES } from './signs.ts';

export interface AnswerDeps {
  /** The language of the page around the answer. */
  readonly locale: Locale;
  readonly newTab: string;
  readonly say: (text: string, button: HTMLElement) => void;
}

/** The answer as an article that its headline names, marked with its own language. */
export function drawAnswer(answer: Answer, deps: AnswerDeps): HTMLElement {
  const id = freshId('headline');
  return make(
    'article',
    { class: 'answer', lang: answer.locale, 'aria-labelledby': id, tabindex: '-1' },
    make('h2', { id, class: answer.blocks.length > 0 ? 'headline' : 'headline plain' }, answer.headline),
    ...answer.blocks.map((block) => drawBlock(block, answer.locale, deps)),
  );
}

function drawBlock(block: Block, locale: Locale, deps: AnswerDeps): HTMLElement {
  switch (block.type) {
    case 'heading':
      return make('h3', {}, block.text);
    case 'paragraph':
      return make('p', { class: 'prose', lang: otherThan(locale, block.locale) }, block.text);
    case 'facts':
      return drawFacts(block.rows, locale);
    case 'status':
      return drawStatus(block.status, locale, deps);
    case 'progress':
      return drawProgress(block);
    case 'entries':
      return drawEntries(block.entries, block.more, locale, deps);
    case 'notice':
      return make(
        'p',
        { class: `notice ${block.tone}` },
        icon(TONES[block.tone]),
        make('span', {}, block.text),
      );
    case 'sources':
      return drawSources(block.label, block.citations, locale, deps);
    case 'asks':
      return drawAsks(block.label, block.asks, deps);
    default: {
      const missing: never = block;
      throw new Error(`No drawing for ${JSON.stringify(missing)}`);
    }
  }
}

type Rows = Extract<Block, { type: 'facts' }>['rows'];

function drawFacts(rows: Rows, locale: Locale): HTMLElement {
  const pairs = rows.map(({ label, value }) =>
    make('div', {}, make('dt', {}, label), make('dd', { lang: otherThan(locale, value.locale) }, value.text)),
  );
  return make('dl', { class: 'facts' }, ...pairs);
}

function drawStatus(status: StatusLine, locale: Locale, deps: AnswerDeps): HTMLElement {
  const sign = signOf(status.standing);
  return make(
    'div',
    { class: `status tone-${sign.tone}` },
    make('p', { class: 'standing' }, icon(sign), make('strong', {}, status.words)),
    make('p', {}, status.asAtWords),
    status.overdueWords === undefined
      ? undefined
      : make('p', { class: 'standing' }, icon(LATE), make('strong', {}, status.overdueWords)),
    make('p', { class: 'source' }, drawCitation(status.source, locale, deps)),
  );
}

function drawEntries(
  entries: readonly Entry[],
  more: Ask | undefined,
  locale: Locale,
  deps: AnswerDeps,
): HTMLElement {
  const list = make('ol', { class: 'entries' }, ...entries.map((entry) => drawEntry(entry, locale, deps)));
  const next = more && make('p', {}, askButton(more, deps));
  return make('div', { class: 'list' }, list, next);
}

function drawEntry(entry: Entry, locale: Locale, deps: AnswerDeps): HTMLElement {
  const id = freshId('entry');
  const button = entry.ask && askButton(entry.ask, deps);
  button?.setAttribute('aria-describedby', id);
  return make(
    'li',
    {},
    make('p', { class: 'label' }, entry.label),
    make('p', { class: 'title', id, lang: otherThan(locale, entry.title.locale) }, entry.title.text),
    entry.status && drawStatus(entry.status, locale, deps),
    ...entry.lines.map((line) => make('p', { class: 'soft' }, line)),
    button && make('p', {}, button),
  );
}

function drawSources(
  label: string,
  citations: readonly Citation[],
  locale: Locale,
  deps: AnswerDeps,
): HTMLElement {
  const id = freshId('sources');
  const lines = citations.map((citation) => make('li', {}, drawCitation(citation, locale, deps)));
  return make(
    'div',
    { class: 'sources' },
    make('h3', { id }, label),
    make('ul', { 'aria-labelledby': id }, ...lines),
  );
}

/** The whole line leads to the source; where there is no address the line stands alone. */
function drawCitation({ words, url }: Citation, locale: Locale, deps: AnswerDeps): HTMLElement {
  const line = worded(words, locale);
  if (url === undefined || !isWebAddress(url)) return line;
  const hint = make('span', { class: 'unseen', lang: deps.locale }, ` ${deps.newTab}`);
  return make('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, line, hint);
}

function drawAsks(label: string, asks: readonly Ask[], deps: AnswerDeps): HTMLElement {
  const id = freshId('asks');
  const buttons = asks.map((ask) => make('li', {}, askButton(ask, deps)));
  return make(
    'div',
    {},
    make('p', { class: 'soft', id }, label),
    make('ul', { class: 'asks', 'aria-labelledby': id }, ...buttons),
  );
}

function askButton({ label, say }: Ask, deps: AnswerDeps): HTMLButtonElement {
  const button = pressable(label, 'ask', () => deps.say(say, button));
  return button;
}

function worded({ text, locale }: Wording, around: Locale): HTMLElement {
  return make('span', { lang: otherThan(around, locale) }, text);
}

function otherThan(around: Locale, locale: Locale | undefined): Locale | undefined {
  return locale === around ? undefined : locale;
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
