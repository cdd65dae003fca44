import type { AnswerKind } from '../../src/domain/answer.ts';
import type { ItemId } from '../../src/domain/model.ts';
import type { Library } from '../../src/knowledge/library.ts';
import type { Said } from './ask-all.ts';
import { sourcesHeld } from './evidence.ts';
import { inventions } from './invented.ts';
import type { Fault } from './judge.ts';
import type { Asked } from './sheet.ts';

/** Kinds that name no items, and those that name no sources, where they stand alone. */
const WITHOUT_ITEMS: readonly AnswerKind[] = [
  'fact',
  'plan',
  'plans',
  'themes',
  'coverage',
  'not-held',
  'not-found',
  'unclear',
  'help',
  'signpost',
  'refused',
  'apology',
];
const STATUS_LINE = /^(\s*)[●▲■◷◆○✔‖✕◐→] (.+)$/u;
const DATED = /, .*\b(?:19|20)\d\d\b/u;
/** A wish for a language takes precedence over the language that it is said in. */
const WISH =
  /\b(?:in|into|speak|to|switch|only|just) (?:english|welsh)\b|\b(?:english|welsh) (?:only|please|plz|pls)|\b(?:yn|i'r|i) (?:g?cymraeg|gymraeg|saesneg)\b|\byn y gymraeg|(?:cymraeg|gymraeg|saesneg) (?:plis|os gwel)|siarad(?:a|wch)? (?:cymraeg|saesneg)/iu;

/** In fewer a name, an abbreviation or a slip does not tell Welsh from English, which is what is then answered in. */
const WORDS_THAT_TELL = 3;

export interface Checks {
  /** What is wrong with an answer whatever its question expects. */
  broken(asked: Asked, said: Said): readonly Fault[];
}

/** The promises that every answer keeps: of the batch contract, and that nothing is invented. */
export function contractOf(library: Library): Checks {
  const held = sourcesHeld(library);
  const invented = inventions(library);
  const isHeld = (source: string): boolean =>
    held.urls.has(source) || held.documents.some((document) => source.startsWith(document));
  return {
    broken: (asked, said) => [
      ...contract(textFaults(said)),
      ...contract(statusFaults(said)),
      ...contract(
        said.items.filter((id) => library.item(id as ItemId) === undefined).map((id) => `${id} is not held`),
      ),
      ...contract(
        said.sources.filter((source) => !isHeld(source)).map((source) => `no pack has the source ${source}`),
      ),
      ...contract(kindFaults(asked, said)),
      ...languageFaults(asked, said),
      ...invented(said, asked.expected.ask).map((says) => ({ about: 'invented' as const, says })),
    ],
  };
}

function contract(sentences: readonly string[]): readonly Fault[] {
  return sentences.map((says) => ({ about: 'contract', says }));
}

function textFaults({ text, items }: Said): readonly string[] {
  return [
    ...(text.trim() === '' ? ['the text is empty'] : []),
    ...(/\b(?:undefined|null|NaN)\b|\[object |\$\{/u.test(text)
      ? ['the text holds a value never written']
      : []),
    ...(new Set(items).size < items.length ? ['an item is named twice'] : []),
    ...(items.length > 50 ? ['more than 50 items'] : []),
  ];
}

/** A standing's line tells its date, and its source stands beneath it. */
function statusFaults({ text, sources }: Said): readonly string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const [, indent = '', words] = STATUS_LINE.exec(line) ?? [];
    if (words === undefined) return [];
    const beneath = lines.slice(at + 1, at + 3);
    const sourced = beneath.some((next) => next.startsWith(`${indent}  `) && next.trim() !== '');
    return [
      ...(DATED.test(words) ? [] : [`a status without its date: ${words}`]),
      ...(sourced && sources.length > 0 ? [] : [`a status without its source: ${words}`]),
    ];
  });
}

/** In a message with several questions the kind is the first one's alone, so that its answer may name more. */
function kindFaults({ expected }: Asked, { kind, items, sources }: Said): readonly string[] {
  const severalQuestions =
    (expected.items ?? expected.includes ?? []).length > 0 || /[?;:.,!\n]\s+\S/u.test(expected.ask);
  const bare = WITHOUT_ITEMS.some((each) => each === kind);
  return [
    ...(bare && items.length > 0 && !severalQuestions
      ? [`${kind} names items: ${items.slice(0, 3).join(' ')}`]
      : []),
    ...((kind === 'item' || kind === 'history') && items.length === 0 ? [`${kind} without an item`] : []),
    ...((kind === 'item' || kind === 'fact') && sources.length === 0 ? [`${kind} without a source`] : []),
  ];
}

function languageFaults({ set, language, expected }: Asked, said: Said): readonly Fault[] {
  const judged = /\.(?:cy|en)$/u.test(set) && ![expected.kind].flat().includes('language');
  const telling = language === 'en' || expected.ask.trim().split(/\s+/u).length >= WORDS_THAT_TELL;
  if (!judged || !telling || WISH.test(expected.ask) || said.language === language) return [];
  return [{ about: 'language', says: `answered in ${said.language}` }];
}
