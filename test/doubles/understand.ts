import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readContent } from '../../src/knowledge/content.ts';
import { packageRoot } from '../../src/start/machine.ts';
import { createDistressReader, type DistressWording } from '../../src/understand/distress.ts';
import { type KeptModel, modelFrom } from '../../src/understand/distress/model.ts';
import { createUnderstand } from '../../src/understand/understand.ts';

const FOLDER = join(packageRoot(), 'src', 'understand');
const FILE = join(FOLDER, 'distress.yaml');
const read = await readContent(FILE, readFileSync(FILE, 'utf8'));
if (!read.ok) throw new Error('distress.yaml is not YAML');
const weights = readFileSync(join(FOLDER, 'distress', 'weights.json'), 'utf8');

/** The project's own words of distress. */
export const DISTRESS = read.content as DistressWording;
/** The project's own reader of distress. */
export const distressIn = createDistressReader(
  DISTRESS,
  modelFrom(JSON.parse(weights) as KeptModel, gunzipSync),
);
/** The project's own understanding. */
export const understand = createUnderstand(distressIn);
