import type { Query } from '../domain/intent.ts';
import { EVERYTHING } from '../domain/scope.ts';
import { aspectOf } from './aspects.ts';
import type { Hearing } from './hearing.ts';
import { query } from './recogniser.ts';
import { read } from './reading.ts';
import { contentLeft } from './topic-words.ts';

const QUOTED_LINE = /^\s*(?:>|&gt;)\s?(.+)$/gmu;
/** Long enough to be of a plan's text; shorter ones are labels and names. */
const IN_MARKS = /["“«]([^"”“»]{20,})["”»]/u;
/** How people speak of what they quote; folded. */
const OF_A_QUOTE =
  /^(?:real|true|right|correct|colleague|boss|manager|someone|forwarded|fwd|sent|email|message|read|saw|wrote|quote|text|gwir|wir|cywir|gywir|cydweithiwr|rheolwr|anfonodd|neges|ebost|dyfyniad|darllenais|welais)$/iu;

/** "> the text of an action" and "is this real?" beneath it: asked of what is quoted, where the words beside it only point. */
export function ofTheQuote(hearing: Hearing): Query | undefined {
  const lines = [...hearing.text.matchAll(QUOTED_LINE)].map(([, line = '']) => line);
  const marked = IN_MARKS.exec(hearing.text);
  const quote = lines.length > 0 ? lines.join(' ') : marked?.[1];
  if (quote === undefined) return undefined;
  const own =
    lines.length > 0 ? hearing.text.replaceAll(QUOTED_LINE, '') : hearing.text.replace(IN_MARKS, '');
  if (!/\p{L}/u.test(own)) return undefined;
  const reading = read(hearing, own.trim());
  const pointing = contentLeft(reading)
    .split(' ')
    .every((word) => word === '' || OF_A_QUOTE.test(word));
  if (!pointing || reading.references.length + reading.plans.length + read(hearing, quote).plans.length > 0)
    return undefined;
  return query({ kind: 'topic', words: quote, scope: EVERYTHING, aspect: aspectOf(reading) ?? 'overview' });
}
