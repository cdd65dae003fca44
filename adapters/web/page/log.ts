import type { PageView } from '../../../src/domain/page.ts';
import { drawAnswer } from './answer.ts';
import { make, pressable } from './dom.ts';
import { drawPreviews } from './previews.ts';
import type { Reply } from './session.ts';

type Say = (text: string, button: HTMLElement) => void;

/** One message and what came of it, as it stands in the log. */
export interface Turn {
  readonly element: HTMLElement;
  /** It waits for the answer before it. */
  queue(): void;
  /** It is being answered; said only where that takes a while. */
  begin(): void;
  answer(reply: Reply): void;
  fail(retry: () => void): void;
}

const PATIENCE_MS = 500;

/** Puts a person's message at the end of the log. */
export function addTurn(log: HTMLElement, said: string, view: PageView, say: Say): Turn {
  const result = make('div', { class: 'result' });
  const element = make(
    'div',
    { class: 'turn' },
    make('div', { class: 'said' }, make('p', { class: 'speaker' }, view.you), make('p', {}, said)),
    result,
  );
  log.append(element);
  let slow: ReturnType<typeof setTimeout> | undefined;
  const show = (...shown: readonly Node[]): void => {
    clearTimeout(slow);
    result.replaceChildren(...shown);
  };
  return {
    element,
    queue: () => show(make('p', { class: 'soft pending' }, view.waiting)),
    begin: () => {
      show();
      slow = setTimeout(() => show(make('p', { class: 'soft pending' }, view.answering)), PATIENCE_MS);
    },
    answer: (reply) => show(...drawReply(reply, view, say)),
    fail: (retry) => {
      const again = make('p', {}, pressable(view.retry, 'ask', retry));
      show(make('div', { class: 'failure' }, make('p', { class: 'notice warning' }, view.failed), again));
    },
  };
}

function drawReply(reply: Reply, view: PageView, say: Say): readonly Node[] {
  const answers = reply.post.map((answer) =>
    drawAnswer(answer, { locale: view.locale, newTab: view.newTab, say }),
  );
  const [first] = reply.post;
  const locale = reply.post.every((answer) => answer.locale === first.locale) ? first.locale : undefined;
  const previews = drawPreviews({ ...reply, locale }, view, say);
  return [make('p', { class: 'speaker' }, view.bot), ...answers, previews];
}
