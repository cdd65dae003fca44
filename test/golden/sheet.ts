import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

import type { AnswerKind } from '../../src/domain/answer.ts';
import type { Locale } from '../../src/domain/model.ts';

/** Every kind of answer once; the compiler sees that none is missing. */
const KINDS: Readonly<Record<AnswerKind, true>> = {
  item: true,
  items: true,
  status: true,
  count: true,
  changes: true,
  history: true,
  fact: true,
  plan: true,
  plans: true,
  themes: true,
  coverage: true,
  'not-held': true,
  'not-found': true,
  'out-of-scope': true,
  unclear: true,
  help: true,
  smalltalk: true,
  language: true,
  subscribe: true,
  unsubscribe: true,
  signpost: true,
  refused: true,
  apology: true,
};

const kind = z.enum(Object.keys(KINDS) as [AnswerKind, ...AnswerKind[]]);
const words = z.string().min(1);
const item = z.string().regex(/^[a-z0-9-]+\/(action|recommendation|call-to-action)-\S+$/u);
const expectation = {
  ask: words,
  kind: z.union([kind, z.array(kind).min(1)]).optional(),
  not: z.array(kind).min(1).optional(),
  items: z.array(item).optional(),
  first: item.optional(),
  includes: z.array(item).min(1).optional(),
  excludes: z.array(item).min(1).optional(),
  says: z.array(z.union([words, z.array(words).min(1)])).optional(),
  never: z.array(words).optional(),
  sources: z.literal('none').optional(),
};
const question = z.strictObject({
  ...expectation,
  set: z.enum(['far', 'near', 'distress', 'ordinary']).optional(),
  severity: z.enum(['low', 'high', 'now']).optional(),
  why: words,
});
const dialogue = z.strictObject({
  name: words,
  language: z.enum(['cy', 'en']),
  why: words,
  turns: z
    .array(z.strictObject({ ...expectation, why: words.optional() }))
    .min(2)
    .max(30),
});
const sheet = z.union([
  z.strictObject({ questions: z.array(question).min(1) }),
  z.strictObject({ dialogues: z.array(dialogue).min(1) }),
]);

/** What a question expects; `sources` left out means that they are not judged. */
export type Expectation = Omit<z.infer<typeof question>, 'set' | 'severity' | 'why'>;

/** One message with what is expected of its answer. */
export interface Asked {
  readonly set: string;
  /** `far`, `near`, `distress` or `ordinary`, in the sets that tell. */
  readonly label?: string;
  readonly severity?: string;
  /** Of the set, or of the dialogue. */
  readonly language: Locale;
  /** Messages of one conversation share it. */
  readonly conversation: string;
  /** The place among its dialogue's turns, from 1. */
  readonly turn?: number;
  readonly expected: Expectation;
  readonly why: string;
  /** `questions.en.yaml:12` */
  readonly where: string;
}

/** The questions of a folder, or all that is wrong with its files, each with file and line. */
export interface Read {
  readonly asked: readonly Asked[];
  readonly problems: readonly string[];
}

/**
 * Reads the question files of `folder` whose names contain `only`. The name up to the first `.a`, `.b` or `.yaml` is
 * the set. `knows` tells whether an item is held.
 */
export function readFolder(folder: string, knows: (item: string) => boolean, only = ''): Read {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== 'floors.yaml' && name.includes(only))
    .sort();
  const read = files.map((name) => readSheet(join(folder, name), knows));
  const asked = read.flatMap((each) => each.asked);
  const none = asked.length === 0 ? [`${folder}: no question files`] : [];
  return { asked, problems: [...none, ...read.flatMap((each) => each.problems), ...repeated(asked)] };
}

function readSheet(file: string, knows: (item: string) => boolean): Read {
  const lines = new LineCounter();
  const text = readFileSync(file, 'utf8');
  const document = parseDocument(text, { lineCounter: lines });
  const name = basename(file);
  const at = (offset: number): string => `${name}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    return { asked: [], problems: document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`) };
  }
  const parsed = sheet.safeParse(document.toJS());
  const lineOf = (path: readonly PropertyKey[]): string => at(offsetOf(document, path));
  if (!parsed.success) return { asked: [], problems: issuesOf(parsed.error.issues, lineOf) };
  const asked = askedIn(parsed.data, setOf(name), lineOf);
  return { asked, problems: asked.flatMap((each) => problemsOf(each, knows)) };
}

/** The set that a file belongs to: its name without the half and the ending. */
function setOf(name: string): string {
  return name.replace(/\.yaml$/u, '').replace(/\.[ab](\..*)?$/u, '');
}

function askedIn(
  data: z.infer<typeof sheet>,
  set: string,
  lineOf: (path: readonly PropertyKey[]) => string,
): readonly Asked[] {
  if ('questions' in data) {
    return data.questions.map(({ set: label, severity, why, ...expected }, index) => ({
      set,
      ...(label && { label }),
      ...(severity && { severity }),
      language: set.endsWith('.cy') ? 'cy' : 'en',
      conversation: `${set} ${lineOf(['questions', index])}`,
      expected,
      why,
      where: lineOf(['questions', index]),
    }));
  }
  return data.dialogues.flatMap(({ name, language, why: purpose, turns }, index) =>
    turns.map(({ why, ...expected }, turn) => ({
      set,
      language,
      conversation: `${set} ${lineOf(['dialogues', index])} ${name}`,
      turn: turn + 1,
      expected,
      why: why ?? purpose,
      where: lineOf(['dialogues', index, 'turns', turn]),
    })),
  );
}

type Issues = readonly z.core.$ZodIssue[];

/** A union reports each of its branches: the one that got furthest is meant. */
function issuesOf(issues: Issues, lineOf: (path: readonly PropertyKey[]) => string): readonly string[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'invalid_union' && issue.path.length === 0) {
      const depth = (branch: Issues): number => Math.max(0, ...branch.map(({ path }) => path.length));
      const [best = []] = [...issue.errors].sort((a, b) => depth(b) - depth(a));
      return issuesOf(best, lineOf);
    }
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const paths = keys.length > 0 ? keys.map((key) => [...issue.path, key]) : [issue.path];
    return paths.map((path) => `${lineOf(path)}: ${path.join('.')}: ${issue.message}`);
  });
}

/** Where the node of a path begins, or the nearest above it that is there. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  const parent = document.getIn(path.slice(0, -1), true);
  const key = path.at(-1);
  if (isMap(parent)) {
    const pair = parent.items.find((each) => isPair(each) && isScalar(each.key) && each.key.value === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly [number] } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function problemsOf(
  { expected, where, set, label }: Asked,
  knows: (item: string) => boolean,
): readonly string[] {
  const { items = [], first, includes = [], excludes = [], kind: kinds, not } = expected;
  const named = [...items, ...(first === undefined ? [] : [first]), ...includes, ...excludes];
  return [
    ...named
      .filter((id) => !knows(id))
      .map((id) => `${where}: ${id} is in no pack; write an id that a pack holds`),
    ...(kinds === undefined && not === undefined ? [`${where}: neither \`kind\` nor \`not\` is given`] : []),
    ...(/^(outside|distress)\b/u.test(set) && label === undefined ? [`${where}: \`set\` is missing`] : []),
  ];
}

/** The same words in two places would count one answer twice; turns depend on what went before. */
function repeated(asked: readonly Asked[]): readonly string[] {
  const seen = new Map<string, string>();
  return asked.flatMap(({ expected, turn, where }) => {
    if (turn !== undefined) return [];
    const key = expected.ask.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
    const before = seen.get(key);
    seen.set(key, where);
    return before === undefined ? [] : [`${where}: asked already in ${before}`];
  });
}
