/** Something wrong in a pack, precise enough to go and mend it. */
export interface PackProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there, as written; empty where nothing does. */
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

const LONGEST_VALUE = 80;

/** `file:line:column: problem: "value". Remedy` on one line, which editors and terminals can jump to. */
export function formatProblem({ file, line, column, value, problem, remedy }: PackProblem): string {
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE - 1)}…` : value;
  const said = short === '' ? problem : `${problem}: ${JSON.stringify(short)}`;
  return `${file}:${line}:${column}: ${said}. ${remedy}`;
}
