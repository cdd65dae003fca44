import type { Hearing } from './hearing.ts';
import type { Concept } from './concepts.ts';
import { unmutated } from '../language/fold.ts';
import { isContentWord } from '../search/stop-words.ts';
import { lexiconOf } from './lexicon.ts';
import { listenTo } from './reading.ts';
import { partedIntoQuestions } from './several.ts';
import { MOST_CHARACTERS } from './tokens.ts';

/** Most questions of one message that are answered. */
const MOST_QUESTIONS = 5;
const COURTESY: ReadonlySet<Concept> = new Set(['greeting', 'polite', 'thanks']);

/** The questions of a message, in order, each without the courtesies around it. What is only courtesy stays as it is. */
export function questionsIn(hearing: Hearing): readonly string[] {
  const text = withoutQuotes(hearing.text.slice(0, MOST_CHARACTERS));
  const parts = withoutRemarks(splitInto(text), hearing);
  const bared = parts.map((part) => withoutCourtesy(part, hearing));
  const asking = bared.filter((part) => part.asks).map((part) => part.text);
  return asking.length > 0 ? asking.slice(0, MOST_QUESTIONS) : [text.trim()];
}

/** Lines that quote somebody else are left out where the person adds words of their own. */
function withoutQuotes(text: string): string {
  const own = text.split('\n').filter((line) => !/^\s*(?:>|&gt;)/u.test(line));
  const kept = own.join('\n');
  return /\p{L}|\p{N}/u.test(kept) ? kept : text.replaceAll(/^\s*(?:>|&gt;)/gmu, '');
}

/**
 * Without what a person says of themselves or of the haste, where the rest asks in words of the plans: "urgent: …",
 * "I'm a journalist - …", "…, dw i wedi blino".
 */
function withoutRemarks(parts: readonly string[], hearing: Hearing): readonly string[] {
  const asking = parts.filter((part) => !(REMARK.test(part) && !CLAUSE.test(part) && !part.endsWith('?')));
  const isAsked = parts.length > asking.length && asking.some((part) => hasOwnWords(part, hearing));
  return (isAsked ? asking : parts).map((part) => withoutAside(part, hearing));
}
function withoutAside(part: string, hearing: Hearing): string {
  const clauses = part.split(CLAUSE);
  if (clauses.length < 2) return part;
  const last = clauses.at(-1) ?? '';
  const start = clauses[0] ?? '';
  const from = REMARK.test(start) ? part.indexOf(clauses[1] ?? '', start.length) : 0;
  const to = REMARK.test(last) && !last.endsWith('?') ? part.lastIndexOf(last) : part.length;
  const rest = part.slice(from, Math.max(from, to)).replace(/[\s,:;–—-]+$/u, '');
  return rest !== part && hasOwnWords(rest, hearing) ? rest : part;
}
const CLAUSE = /[,:]\s+|\s[-–—]\s/u;
/** How a clause begins that is about who asks. */
const REMARK =
  /^(?:(?:ar frys|brys|mae brys|ar hast|urgent(?:ly)?|asap|quickly?|new to (?:all )?(?:this|it))(?![\p{L}])|(?:i'?m|i am|we'?re|we are) (?:an?|the|new|learning|tired|exhausted|just|in a)(?![\p{L}])|(?:dw i|dwi|rwy|rwyf|rydw i|dan ni|dyn ni|rydyn ni)(?:['’]?n)? (?:dysgu|ddysgwr|newydd|aelod|wedi blino|flinedig|brysur|ar frys|newyddiadurwr\p{L}*|fyfyriwr\p{L}*|nyrs)(?![\p{L}])|\p{L}+ (?:oeddwn|ydw|dw|own) i(?![\p{L}]))/iu;

/** Whether it asks something by itself: a plan, a language or a word that some plan has. */
function hasOwnWords(part: string, hearing: Hearing): boolean {
  const { words: known, planWords } = lexiconOf(hearing.library);
  const { tokens, heard } = listenTo(part, lexiconOf(hearing.library));
  if (heard.some(({ concept }) => ASKS_ALONE.has(concept))) return true;
  return tokens.some(({ word }) => {
    const forms = [word, ...unmutated(word)];
    const isOfPlans = forms.some(
      (form) => known.has(form) || [...planWords.values()].some((own) => own.has(form)),
    );
    return isContentWord(word) && isOfPlans;
  });
}
const ASKS_ALONE: ReadonlySet<Concept> = new Set([
  'in-welsh',
  'in-english',
  'plan',
  'plans',
  'overdue',
  'changes',
]);

/** At question marks, line breaks, full stops before a new sentence, and "and also". */
function splitInto(text: string): readonly string[] {
  const parts = text
    .replaceAll(/(?<!\p{L})w\/(?=\s)/giu, 'with')
    .replaceAll(/(?<!\p{L})no\.(?=\s+(?:of|o)(?!\p{L}))/giu, 'number')
    .split(/(?<=\?)\s+|\n+|(?<=[\p{L}\p{N})][.!;])\s+(?=\p{L})|[,;]?\s+(?:and also|ac hefyd|a hefyd)\s+/iu)
    .flatMap(partedIntoQuestions)
    .map((part) => part.trim())
    .filter((part) => /\p{L}|\p{N}/u.test(part));
  return parts.length > 0 ? parts : [text];
}

/** Drops courtesies from both ends; `asks` is false where nothing else was there. */
function withoutCourtesy(part: string, hearing: Hearing): { text: string; asks: boolean } {
  const { tokens, heard } = listenTo(part, lexiconOf(hearing.library));
  const courteous = new Set(heard.filter(({ concept }) => COURTESY.has(concept)).flatMap(({ at }) => at));
  const meaningful = new Set(
    heard.filter(({ concept, at }) => !COURTESY.has(concept) && at.length > 1).flatMap(({ at }) => at),
  );
  const drop = (at: number) => courteous.has(at) && !meaningful.has(at);
  const kind = new Set(heard.filter(({ concept }) => concept === 'praise').flatMap(({ at }) => at));
  // "Great. How is it going?": a sentence of praise asks nothing.
  if (tokens.every((_, at) => courteous.has(at) || kind.has(at))) return { text: part, asks: false };
  let first = 0;
  while (first < tokens.length && drop(first)) first += 1;
  let last = tokens.length - 1;
  while (last > first && drop(last)) last -= 1;
  const [from, to] = [tokens[first], tokens[last]];
  if (!from || !to) return { text: part, asks: false };
  const tail = /^[?]+/u.exec(part.slice(to.end))?.[0] ?? '';
  return { text: part.slice(startOf(part, from.start), to.end) + tail, asks: true };
}
/** A mark before a number belongs to it: "#4", "£3". */
function startOf(part: string, start: number): number {
  return /[#№£$€]$/u.test(part.slice(0, start)) ? start - 1 : start;
}
