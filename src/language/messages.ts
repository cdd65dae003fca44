import type { Locale } from '../domain/model.ts';
import { cy } from './cy/index.ts';
import { en } from './en/index.ts';
import type { AskMessages } from './messages/asks.ts';
import type { CountMessages } from './messages/counts.ts';
import type { DigestMessages } from './messages/digest.ts';
import type { ItemMessages } from './messages/items.ts';
import type { PageMessages } from './messages/page.ts';
import type { PlanMessages } from './messages/plans.ts';
import type { TalkMessages } from './messages/talk.ts';
import type { TimeMessages } from './messages/times.ts';
import type { WordMessages } from './messages/words.ts';

/** Every sentence that people read. A group lives in a file of its own; a missing sentence does not compile. */
export interface Messages {
  readonly words: WordMessages;
  readonly item: ItemMessages;
  readonly count: CountMessages;
  readonly page: PageMessages;
  readonly plan: PlanMessages;
  readonly time: TimeMessages;
  readonly talk: TalkMessages;
  readonly ask: AskMessages;
  readonly digest: DigestMessages;
}

const CATALOGUES: Readonly<Record<Locale, Messages>> = { cy, en };

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}
