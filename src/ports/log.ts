/** Structured lines for developers, in English; never a message's text, never a token. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
/** Counts something that happened; names and labels are few and fixed. */
export type Count = (name: string, labels?: Readonly<Record<string, string>>) => void;
