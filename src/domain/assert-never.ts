/** Ends an exhaustive `switch`: a case added to the union and not handled does not compile. Throws if reached at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case ${JSON.stringify(value)}: the union grew and this switch did not.`);
}
