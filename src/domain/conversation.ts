import type { Intent } from './intent.ts';
import type { ItemId, Locale, PlanId } from './model.ts';

/** Opaque outside the adapter that made it; begins with that channel's name: `slack:…`, `teams:…`. */
export type ConversationKey = string & { readonly __brand: 'ConversationKey' };
/** One person on one platform; opaque likewise. */
export type PersonKey = string & { readonly __brand: 'PersonKey' };

/** What a conversation with one person is about: what "it", "the second", "more" and "in Welsh" mean. Plain JSON. */
export interface Memory {
  /** What the last answer was about, in the order shown. */
  readonly items: readonly ItemId[];
  /** How many of them have been shown so far, for "more". */
  readonly shown: number;
  readonly plan?: PlanId;
  readonly locale?: Locale;
  /** The last answer was about a digest: "when does it come?" means that. */
  readonly aboutDigest?: true;
  /** The last question that had an answer about the plans: what "in Welsh?", "and Scotland?" and "only the late ones" ask again. */
  readonly last?: Intent;
  /** The last list, which stays at hand while single items of it are looked at. Memories of before have none. */
  readonly list?: ShownList;
}

/** What was asked for a list, and what it showed, in order. */
export interface ShownList {
  readonly intent: Intent;
  readonly items: readonly ItemId[];
}

export const NO_MEMORY: Memory = { items: [], shown: 0 };
