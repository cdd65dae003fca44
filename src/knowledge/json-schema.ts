import { z } from 'zod';

import { itemsFile, planFile, progressFile } from './schema.ts';
import { vocabularyFile } from './vocabulary-entries.ts';

/** JSON Schema for editors by file name, as committed beneath `knowledge/schema/`: they mark mistakes while an author types. */
export function packSchemas(): Readonly<Record<string, string>> {
  const files = { plan: planFile, items: itemsFile, progress: progressFile, vocabulary: vocabularyFile };
  return Object.fromEntries(
    Object.entries(files).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`,
    ]),
  );
}
