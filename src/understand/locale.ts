import type { Locale } from '../domain/model.ts';
import { fold } from '../language/fold.ts';

/** Words people send alone, which are too short to guess a language from. To be reviewed by reading. */
const WELSH = new Set(
  'diolch cymorth helo shwmae shwmai smae statws mwy rhagor hwyl cynnydd pam pwy pryd ble sut faint sawl beth cam camau themau cynlluniau nesaf cyfyngiadau ffynhonnell hwyr newyddion bore da nos prynhawn cymraeg crynodeb stopiwch popeth iawn tanysgrifio hanes cymharu gwych plis haia dangoswch argymhellion argymhelliad yr un ail'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'help thanks thank you hello hi hey status more bye goodbye progress why who when where how what next action actions themes plans source overdue news good morning afternoon evening english digest stop unsubscribe everything ok okay subscribe history compare great please show recommendations recommendation cheers withdrawn cancelled paused delayed late red amber completed finished deadline lol lmao omg whatever'.split(
    ' ',
  ),
);

/** The language of a message of at most three words that one list knows and the other does not. */
export function shortWordLocale(text: string): Locale | undefined {
  const words = fold(text.slice(0, 60)).match(/[a-z']+/gu) ?? [];
  if (words.length === 0 || words.length > 3) return undefined;
  const [welsh, english] = [words.some((word) => WELSH.has(word)), words.some((word) => ENGLISH.has(word))];
  if (welsh === english) return undefined;
  return welsh ? 'cy' : 'en';
}
