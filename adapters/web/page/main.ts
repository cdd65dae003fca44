import type { PageView } from '../../../src/domain/page.ts';
import { addTurn, type Turn } from './log.ts';
import { exchanges, keep, tabId, type Reply } from './session.ts';

/** A message as it stands in the log; `done` when it is answered or has failed. */
interface Said {
  readonly element: HTMLElement;
  readonly done: Promise<void>;
}

const ANSWER_WITHIN_MS = 60_000;

const view = JSON.parse(found('#view', HTMLElement).textContent) as PageView;
const log = found('#log', HTMLElement);
const box = found('#question', HTMLTextAreaElement);
const composer = found('#composer', HTMLFormElement);

let unanswered = 0;
/** One message at a time: the bot answers the second knowing what the first was about. */
let queue = Promise.resolve();

function found<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return element;
}

function press(text: string, button: HTMLElement): void {
  void followed(say(text), button);
}

/** The answer to a press takes the focus, unless the person has gone on meanwhile. */
async function followed(said: Said, button: HTMLElement): Promise<void> {
  await said.done;
  const { activeElement } = document;
  if (activeElement !== button && activeElement !== document.body) return;
  said.element.querySelector('article')?.focus({ preventScroll: true });
}

function say(text: string): Said {
  const turn = addTurn(log, text, view, press);
  turn.element.scrollIntoView({ block: 'start' });
  return { element: turn.element, done: enqueue(turn, text) };
}

function enqueue(turn: Turn, text: string): Promise<void> {
  if (unanswered > 0) turn.queue();
  unanswered += 1;
  queue = converseAfter(queue, turn, text);
  return queue;
}

async function converseAfter(before: Promise<void>, turn: Turn, text: string): Promise<void> {
  await before;
  await converse(turn, text);
  unanswered -= 1;
}

async function converse(turn: Turn, text: string): Promise<void> {
  turn.begin();
  const reply = await fetchReply(text);
  if (reply) {
    turn.answer(reply);
    turn.element.scrollIntoView({ block: 'start' });
    keep({ said: text, reply });
    return;
  }
  turn.fail(() => {
    if (box.value === text) clearBox();
    box.focus();
    void enqueue(turn, text);
  });
  if (box.value === '') fillBox(text);
}

/** Undefined where there is no answer, for whatever reason: the page then says so. */
async function fetchReply(text: string): Promise<Reply | undefined> {
  const said = { text, conversation: tabId('conversation'), person: tabId('person'), locale: view.locale };
  try {
    const response = await fetch('/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(said),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    return response.ok ? ((await response.json()) as Reply) : undefined;
  } catch {
    return undefined;
  }
}

function fillBox(text: string): void {
  box.value = text;
  grow();
}

function clearBox(): void {
  fillBox('');
}

/** The box is as high as what is in it, up to the height that page.css allows. */
function grow(): void {
  const lines = box.value.split('\n').length;
  box.rows = Math.min(6, Math.max(lines, Math.ceil(box.value.length / 60)) || 1);
}

function send(): void {
  const text = box.value.trim();
  box.focus();
  if (text === '') return;
  clearBox();
  say(text);
}

composer.addEventListener('submit', (event) => {
  event.preventDefault();
  send();
});
box.addEventListener('input', grow);
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
});
for (const button of document.querySelectorAll<HTMLElement>('[data-say]')) {
  button.addEventListener('click', () => press(button.dataset['say'] ?? '', button));
}
for (const { said, reply } of exchanges()) addTurn(log, said, view, press).answer(reply);
