import { stringify } from 'yaml';

/** Longer lines are folded. */
export const LINE_WIDTH = 110;

/** What stands apart from the lines above it. */
const APART: readonly string[] = ['sources', 'themes', 'facts'];

/** Words that YAML reads as they are: they begin with a letter and have nothing in them that means something to it. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,.’–/()£%+-]*$/u;
const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]+Z)?)?$/;
const ADDRESS = /^https?:\/\/[\w./~?=&%+-]+$/;
const DIGITS = /^\d+(?:\.\d+)*$/;
/** Words that would be read as something else. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;
const KEY = /^[a-z][a-z0-9_-]*$/;

/**
 * Content as YAML that a person could have written: no anchors, a blank line before each entry of a list. What is plain is
 * written as it is, which makes thousands of entries quick; every other scalar is left to the library.
 */
export function emitYaml(content: object): string {
  const lines = Object.entries(content).flatMap(([key, value]) => [
    ...(APART.includes(key) ? [[]] : []),
    isListOfBlocks(value)
      ? [`${keyText(key)}:`].concat(entryLines(value, '  ', false))
      : fieldLines(key, value, ''),
  ]);
  return `${lines.map((some) => (some.length === 0 ? '' : some.join('\n'))).join('\n')}\n`;
}

/** Entries of a list, apart from each other; `follow` says that others stand above. */
export function entryLines(entries: readonly object[], pad: string, follow: boolean): readonly string[] {
  return entries.flatMap((entry, index) => {
    const apart = (follow || index > 0) && Object.keys(entry).length > 1;
    return [...(apart ? [''] : []), ...memberLines(entry, pad)];
  });
}

function isListOfBlocks(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.length > 0 && value.every(isBlock);
}

function isBlock(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
  );
}

function fieldLines(key: string, value: unknown, pad: string): readonly string[] {
  const inner = `${pad}  `;
  if (isBlock(value)) return [`${pad}${keyText(key)}:`, ...blockLines(value, inner)];
  if (Array.isArray(value) && value.length > 0)
    return [`${pad}${keyText(key)}:`, ...value.flatMap((each) => memberLines(each, inner))];
  const plain = plainText(value, pad.length + key.length + 2);
  if (plain !== undefined && KEY.test(key)) return [`${pad}${key}: ${plain}`];
  return byLibrary({ [key]: value }, pad);
}

function blockLines(block: object, pad: string): readonly string[] {
  return Object.entries(block).flatMap(([key, value]) => fieldLines(key, value, pad));
}

/** A member of a list; the first line of a block stands behind the dash. */
function memberLines(value: unknown, pad: string): readonly string[] {
  if (!isBlock(value)) {
    const plain = plainText(value, pad.length + 2);
    return plain === undefined ? byLibrary([value], pad) : [`${pad}- ${plain}`];
  }
  const [first = '', ...others] = blockLines(value, `${pad}  `);
  return [`${pad}- ${first.slice(pad.length + 2)}`, ...others];
}

/** The scalar as it may be written, or undefined where that wants thought. */
function plainText(value: unknown, before: number): string | undefined {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isInteger(value)))
    return String(value);
  if (typeof value !== 'string' || before + value.length > LINE_WIDTH) return undefined;
  if (DIGITS.test(value)) return `"${value}"`;
  if (DATE.test(value) || ADDRESS.test(value)) return value;
  return PLAIN.test(value) && !value.endsWith(' ') && !RESERVED.test(value) ? value : undefined;
}

function byLibrary(content: unknown, pad: string): readonly string[] {
  const text = stringify(content, { lineWidth: LINE_WIDTH - pad.length, aliasDuplicateObjects: false });
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${pad}${line}`));
}

function keyText(key: string): string {
  return KEY.test(key) ? key : stringify(key, { lineWidth: 0 }).trim();
}
