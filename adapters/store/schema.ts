/** The rows as both engines hold them: moments as integer milliseconds, records as JSON text. */
export interface Tables {
  inbox: {
    conversation: string;
    message: string;
    event: string;
    received: number;
    /** Nobody but its holder answers the message before this moment. */
    lease: number;
    /** Null once the message is settled: only the keys stay. */
    body: string | null;
  };
  memories: { conversation: string; person: string; body: string; expires: number };
  wishes: { person: string; locales: string };
  default_plans: { place: string; plan: string };
  destinations: { name: string; record: string; at: number };
  subscriptions: {
    id: string;
    conversation: string;
    person: string;
    personal: number;
    state: string;
    since: number;
    body: string;
  };
  deliveries: {
    subscription: string;
    slot: number;
    state: 'open' | 'sent' | 'skipped' | 'abandoned';
    /** While open: nobody may claim it before this moment, be it for a live lease or for a not-before. */
    held: number;
    message: string | null;
    detail: string | null;
    settled: number | null;
  };
}

/**
 * Each entry brings a database one version further, and the same SQL runs on both engines. A released entry is never
 * edited: a new one is appended.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `create table inbox (
      conversation text not null, message text not null, event text not null unique,
      received bigint not null, lease bigint not null, body text,
      primary key (conversation, message))`,
    `create index inbox_unsettled on inbox (lease) where body is not null`,
    `create table memories (
      conversation text not null, person text not null, body text not null, expires bigint not null,
      primary key (conversation, person))`,
    `create table wishes (person text not null primary key, locales text not null)`,
    `create table default_plans (place text not null primary key, plan text not null)`,
    `create table destinations (name text not null primary key, record text not null, at bigint not null)`,
    `create table subscriptions (
      id text not null primary key, conversation text not null, person text not null, personal bigint not null,
      state text not null, since bigint not null, body text not null)`,
    `create index subscriptions_conversation on subscriptions (conversation)`,
    `create index subscriptions_person on subscriptions (person)`,
    `create table deliveries (
      subscription text not null, slot bigint not null, state text not null, held bigint not null,
      message text, detail text, settled bigint,
      primary key (subscription, slot))`,
  ],
];
