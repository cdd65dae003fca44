import type { IsoDate } from '../domain/dates.ts';
import type { Locale } from '../domain/model.ts';
import { messagesFor } from '../language/messages.ts';
import type { Known, Setting } from './setting.ts';

/** The setting of answers in that language on that day, from what is known. */
export function settingIn(locale: Locale, known: Known, today: IsoDate): Setting {
  return { locale, today, known, say: messagesFor(locale) };
}
