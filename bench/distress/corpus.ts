import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { QUESTIONS } from '../questions.ts';
import { WELSH } from '../../src/understand/words.cy.ts';
import { ENGLISH } from '../../src/understand/words.en.ts';
import { chanceFrom } from './train.ts';

/** One labelled message. What is known of no severity trains only whether there is distress. */
export interface Labelled {
  readonly text: string;
  readonly label: 'distress' | 'ordinary';
  readonly severity?: 'low' | 'high' | 'now';
  readonly about?: 'self' | 'other';
  readonly language: 'en' | 'cy';
  readonly writer: string;
}

const FOLDER = join('bench', 'distress');

/** Every reviewed message; the writer is the first part of the file's name. */
export function reviewedMessages(): readonly Labelled[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('patterns'))
    .toSorted()
    .flatMap((name) => {
      const [writer = name] = name.split('.');
      const messages = parse(readFileSync(join(FOLDER, name), 'utf8')) as readonly Omit<Labelled, 'writer'>[];
      return messages.map((message) => ({ ...message, writer }));
    });
}

const DRAWN_OF_EACH = 24;

/** Messages made by combining words, so that it is the combination that counts: for fitting alone. */
export function combinedMessages(): readonly Labelled[] {
  return (['en', 'cy'] as const).flatMap((language) => {
    const chance = chanceFrom(1);
    const file = readFileSync(join(FOLDER, `patterns.${language}.yaml`), 'utf8');
    const patterns = parse(file) as readonly (Omit<Labelled, 'text'> & { readonly pattern: string })[];
    return patterns.flatMap(({ pattern, ...labels }) => {
      const texts = Array.from({ length: DRAWN_OF_EACH }, () => drawn(pattern, chance));
      return [...new Set(texts)].map((text) => ({ ...labels, text, language, writer: 'combined' }));
    });
  });
}

/** One alternative of each `{a|b}`. */
function drawn(pattern: string, chance: () => number): string {
  const alternative = (_: string, choices: string): string => {
    const all = choices.split('|');
    return all[Math.floor(chance() * all.length)] ?? '';
  };
  return pattern
    .replaceAll(/\{([^{}]*)\}/gu, alternative)
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Texts of the bundled plans, questions for measuring and the words that questions are heard by: none is of anybody in distress. */
export function ordinaryTexts(): readonly Labelled[] {
  const packs = readdirSync('knowledge', { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:plan|items|progress)\.yaml$/u.test(path))
    .toSorted()
    .flatMap((path) => textsIn(parse(readFileSync(join('knowledge', path), 'utf8')) as unknown));
  const asked = [...QUESTIONS, ...stringsIn(readYaml(join('bench', 'fitting-questions.yaml')))];
  const terms = stringsIn(readYaml(join('knowledge', 'vocabulary.yaml')));
  const chance = chanceFrom(1);
  const heard = stringsIn([ENGLISH, WELSH]).map((phrase) => drawn(phrase, chance).replaceAll('…', ''));
  return [...packs, ...[...asked, ...terms, ...heard].map((text) => ({ text, language: 'en' as const }))].map(
    (one) => ({
      ...one,
      label: 'ordinary',
      writer: 'packs',
    }),
  );
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8')) as unknown;
}

function stringsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : [];
}

type Text = Pick<Labelled, 'text' | 'language'>;

/** Everything a file says in words, in either language. */
function textsIn(node: unknown): readonly Text[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'en' || key === 'cy') && typeof value === 'string'
      ? [{ text: value, language: key }]
      : textsIn(value),
  );
}

/**
 * The golden questions in a folder. Those of the sets about distress are for measuring alone; what else people asked is
 * ordinary. Questions that may be answered either way are left out.
 */
export function goldenMessages(folder: string): readonly Labelled[] {
  return readdirSync(folder)
    .filter((name) => /^(?:questions|outside|distress|dialogues).*\.yaml$/u.test(name))
    .flatMap((name) => {
      const { questions = [], dialogues = [] } = readYaml(join(folder, name)) as GoldenFile;
      return [
        ...questions.map((one) => ({ ...one, language: name.includes('.cy') ? ('cy' as const) : undefined })),
        ...dialogues.flatMap(({ turns, language }) => turns.map((turn) => ({ ...turn, language }))),
      ].flatMap((one) => goldenMessage(one, name));
    });
}

/** What people asked of the plans in the golden questions. */
export function askedMessages(): readonly Labelled[] {
  return goldenMessages(join('test', 'golden')).filter(
    ({ writer, label }) => label === 'ordinary' && !writer.startsWith('distress'),
  );
}

function goldenMessage({ ask, set, kind, severity, language }: Asked, writer: string): readonly Labelled[] {
  const kinds = [kind ?? []].flat();
  if (kinds.length > 1 && kinds.includes('signpost')) return [];
  const label = set === 'distress' || kinds.includes('signpost') ? 'distress' : 'ordinary';
  const message: Labelled = { text: ask, label, language: language ?? 'en', writer };
  return [severity === undefined ? message : { ...message, severity }];
}

interface Golden {
  readonly ask: string;
  readonly set?: string;
  readonly kind?: string | readonly string[];
  readonly severity?: 'low' | 'high' | 'now';
}
interface Asked extends Golden {
  readonly language: 'en' | 'cy' | undefined;
}
interface GoldenFile {
  readonly questions?: readonly Golden[];
  readonly dialogues?: readonly { readonly turns: readonly Golden[]; readonly language?: 'en' | 'cy' }[];
}
