import type { Distress } from '../domain/intent.ts';
export function distressIn(_text: string): Distress | undefined {
  return undefined;
}
