import { z } from 'zod';

import { assertNever } from '../domain/assert-never.ts';
import { valueAt, type Finding, type PackFile, type Path } from './finding.ts';
import { choiceOf } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Wrong = Omit<Finding, 'file'>;

/** What a schema makes of content: the checked value, or all that is wrong with it, in the words of pack authors. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function check<S extends z.ZodType>(schema: S, content: unknown, file: PackFile): Checked<z.infer<S>> {
  const parsed = schema.safeParse(content);
  if (parsed.success) return { ok: true, value: parsed.data };
  const wrongs = parsed.error.issues.flatMap((issue) => wrongsOf(issue, [], schema, content));
  return { ok: false, findings: wrongs.map((wrong) => ({ file, ...wrong })) };
}

function wrongsOf(issue: Issue, under: Path, schema: z.ZodType, content: unknown): readonly Wrong[] {
  const path = [...under, ...issue.path.map(asStep)];
  const value = valueAt(content, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        atKey: true,
        problem: `\`${key}\` is no key that is known here`,
        remedy: choiceOf(key, keysAt(schema, path)),
      }));
    case 'invalid_union':
      return ofUnion(issue, path, schema, content);
    case 'invalid_type':
      return [{ path, ...ofType(issue.expected, path, value) }];
    case 'invalid_value':
      return [
        value === undefined
          ? { path, ...missing(path) }
          : {
              path,
              problem: `${nameOf(path)} is none of the values known`,
              remedy: choiceOf(value, issue.values.map(String)),
            },
      ];
    case 'too_small':
      return [{ path, ...tooSmall(path, value) }];
    case 'custom':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'too_big':
      return [{ path, ...said(issue.message, path) }];
    default:
      return assertNever(issue);
  }
}

/** Of the forms that would do, the one that was most nearly written speaks. */
function ofUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  schema: z.ZodType,
  content: unknown,
): readonly Wrong[] {
  const value = valueAt(content, path);
  if (value === undefined) return [{ path, ...missing(path) }];
  const meant = issue.errors
    .filter((errors) => !errors.some((error) => error.code === 'invalid_type' && error.path.length === 0))
    .sort((a, b) => weightOf(a) - weightOf(b))[0];
  const useful = meant?.some((error) => error.path.length > 0 || error.code === 'unrecognized_keys');
  if (!meant || !useful) return [{ path, ...said(issue.message, path) }];
  return meant.flatMap((error) => wrongsOf(error, path, schema, content));
}

function weightOf(errors: readonly Issue[]): number {
  return errors.reduce((sum, error) => sum + (error.code === 'unrecognized_keys' ? error.keys.length : 1), 0);
}

function ofType(expected: string, path: Path, value: unknown): Pick<Wrong, 'problem' | 'remedy'> {
  if (value === undefined) return missing(path);
  const name = nameOf(path);
  if (value === null) {
    return { problem: `${name} has no value`, remedy: 'Write the value, or leave the whole line out.' };
  }
  switch (expected) {
    case 'string':
      return typeof value === 'object'
        ? { problem: `${name} must be plain text`, remedy: 'Write the words on the same line, in quotes.' }
        : {
            problem: `${name} must be text and was read as a ${typeof value}`,
            remedy: 'Put it in quotes, exactly as printed: "1.10" and "010" would lose a zero without them.',
          };
    case 'array':
      return {
        problem: `${name} must be a list`,
        remedy: 'Begin each entry on a line of its own with `- `.',
      };
    case 'object':
    case 'record':
      return {
        problem: `${name} must be a block of keys`,
        remedy: 'Write the keys beneath it; text wants `en:`, `cy:` or both.',
      };
    case 'boolean':
      return { problem: `${name} must be true or false`, remedy: 'Write true or false, without quotes.' };
    default:
      return { problem: `${name} must be a whole number`, remedy: 'Write digits alone, without quotes.' };
  }
}

function missing(path: Path): Pick<Wrong, 'problem' | 'remedy'> {
  const key = String(path.at(-1) ?? 'the content');
  if (key === 'source') {
    return {
      problem: '`source` is missing',
      remedy: 'Add `source:` with a key of the plan’s `sources`; nothing is said that has no source.',
    };
  }
  return { problem: `\`${key}\` is missing`, remedy: `Add \`${key}:\`.` };
}

function tooSmall(path: Path, value: unknown): Pick<Wrong, 'problem' | 'remedy'> {
  if (typeof value === 'number') {
    return {
      problem: `${nameOf(path)} is below zero`,
      remedy: 'Write a whole number, or leave the line out.',
    };
  }
  return { problem: `${nameOf(path)} is empty`, remedy: 'Write the words, or leave the whole line out.' };
}

/** Takes apart what `says` put together. */
function said(message: string, path: Path): Pick<Wrong, 'problem' | 'remedy'> {
  const [problem = message, remedy = 'Correct it after the example of the other entries.'] =
    message.split('\n');
  return { problem: `${nameOf(path)} ${problem}`, remedy };
}

function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string');
  if (key === undefined) return 'the content';
  return typeof path.at(-1) === 'number' ? `an entry of \`${key}\`` : `\`${key}\``;
}

function asStep(step: PropertyKey): string | number {
  return typeof step === 'symbol' ? String(step) : step;
}

/** The keys that a schema knows at a path: what a mistyped key is compared with. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  return keysIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), path);
}

function keysIn(json: unknown, [step, ...rest]: Path): readonly string[] {
  const forms = valueAt(json, ['anyOf']);
  if (Array.isArray(forms))
    return [...new Set(forms.flatMap((form) => keysIn(form, step === undefined ? [] : [step, ...rest])))];
  if (step === undefined) {
    const names =
      valueAt(json, ['propertyNames', 'enum']) ?? Object.keys(valueAt(json, ['properties']) ?? {});
    return Array.isArray(names) ? names.map(String) : [];
  }
  const inner = typeof step === 'number' ? ['items'] : ['properties', step];
  return keysIn(valueAt(json, inner) ?? valueAt(json, ['additionalProperties']), rest);
}
