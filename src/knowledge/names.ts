/** `source_label` as `sourceLabel`: the one rule that leads from names in packs and spreadsheets to names in code. */
type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

export type CamelKeys<T> = T extends string | number | boolean | undefined
  ? T
  : T extends readonly (infer Each)[]
    ? readonly CamelKeys<Each>[]
    : { readonly [Key in keyof T as Camel<Key & string>]: CamelKeys<T[Key]> };

/** The value with every key in camel case, all the way down; values, such as `in_progress`, stay as they are. */
export function camelKeys<T>(value: T): CamelKeys<T> {
  return renamed(value) as CamelKeys<T>;
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [camel(key), renamed(each)]));
}

/** A few names, over and over. */
const CAMELS = new Map<string, string>();

function camel(name: string): string {
  const known = CAMELS.get(name);
  if (known !== undefined) return known;
  const camelled = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (CAMELS.size < 1000) CAMELS.set(name, camelled);
  return camelled;
}
