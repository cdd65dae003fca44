import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContent } from '../../src/knowledge/content.ts';
import { packageRoot } from '../../src/start/machine.ts';
import type { DistressWording } from '../../src/understand/distress.ts';
import { createUnderstand } from '../../src/understand/understand.ts';

const FILE = join(packageRoot(), 'src', 'understand', 'distress.yaml');
const read = await readContent(FILE, readFileSync(FILE, 'utf8'));
if (!read.ok) throw new Error('distress.yaml is not YAML');

/** The reviewed words of distress, with the sentences that they must and must not recognise. */
export const DISTRESS = read.content as DistressWording;
/** The project's own understanding. */
export const understand = createUnderstand(DISTRESS);
