/**
 * Fits the weights by which distress is told (`src/understand/distress/weights.json`) from the reviewed messages in
 * `bench/distress/`: `npm run build && node dist/bench/fit-distress.js`. With `--check` it writes nothing and measures instead:
 * each writer's messages by weights fitted from the others' alone, and the golden questions, whose sets about distress are
 * never fitted from. `--show` names the mistakes; `--golden` leaves out the writers, which takes minutes; `--from` names a
 * folder of further golden questions.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { createDistressReader, type DistressWording } from '../src/understand/distress.ts';
import { BUCKETS, featuresOf } from '../src/understand/distress/features.ts';
import { createIdeas } from '../src/understand/distress/ideas.ts';
import { HEADS, type KeptModel, modelFrom } from '../src/understand/distress/model.ts';
import { partsOf, unitsOf } from '../src/understand/distress/parts.ts';
import {
  askedMessages,
  combinedMessages,
  goldenMessages,
  type Labelled,
  ordinaryTexts,
  reviewedMessages,
} from './distress/corpus.ts';
import { type Example, fitLine, type Line, score, type Vector, vectorOf } from './distress/train.ts';
import { table } from './table.ts';

const FOLDER = join('src', 'understand');
const WEIGHTS = join(FOLDER, 'distress', 'weights.json');
const LARGEST = 127;
/** Where distress begins, as the fitted score goes. Below 0: to miss a person is worse than to offer help to one who needs none. */
const THRESHOLD = -1;
/** Where danger now begins, likewise. */
const NOW_THRESHOLD = -0.7;
/** How often the part of a message that shows its distress is looked for anew. */
const ROUNDS = 2;

const wording = parse(readFileSync(join(FOLDER, 'distress.yaml'), 'utf8')) as DistressWording;
const ideasIn = createIdeas(wording.ideas);

/** A message with the vectors of its units. */
interface Ready extends Labelled {
  readonly units: readonly Vector[];
}

function ready(message: Labelled): Ready {
  const parts = partsOf(message.text).map((words) => featuresOf(words, ideasIn(words)));
  return { ...message, units: unitsOf(parts).map(vectorOf) };
}

/** No unit of an ordinary message shows distress; of a message of distress the unit that shows it most. */
function fitDistress(messages: readonly Ready[]): Line {
  const ordinary = messages.filter(({ label }) => label === 'ordinary').flatMap(({ units }) => units);
  const distressed = messages.filter(({ label }) => label === 'distress');
  const fitted = (telling: (units: readonly Vector[]) => Vector | undefined): Line => {
    const found = distressed.flatMap(({ units }) => telling(units) ?? []);
    return fitLine([...examples(ordinary, false), ...examples(found, true)]);
  };
  let line = fitted((units) => units[0]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = line;
    line = fitted((units) => mostTelling(units, before));
  }
  return line;
}

function mostTelling(units: readonly Vector[], line: Line): Vector | undefined {
  return units.toSorted((one, other) => score(line, other) - score(line, one))[0];
}
function examples(vectors: readonly Vector[], positive: boolean): readonly Example[] {
  return vectors.map((vector) => ({ vector, positive }));
}

function fitAll(messages: readonly Ready[]): readonly Line[] {
  const distress = fitDistress(messages);
  const graded = messages.filter(({ severity, about }) => severity !== undefined && about !== undefined);
  const head = (positive: (message: Ready) => boolean): Line =>
    fitLine(
      graded.flatMap((message) => {
        const [whole] = message.units;
        const telling = mostTelling(message.units, distress);
        const vectors = [...new Set([whole, telling])].flatMap((vector) => vector ?? []);
        return examples(vectors, positive(message));
      }),
    );
  const now = head(({ severity }) => severity === 'now');
  return [
    { ...distress, bias: distress.bias - THRESHOLD },
    head(({ severity }) => severity !== 'low'),
    { ...now, bias: now.bias - NOW_THRESHOLD },
    head(({ about }) => about === 'other'),
  ];
}

/** Weights as whole numbers of one byte, each head with a scale of its own. */
function keptFrom(lines: readonly Line[]): KeptModel {
  const scales = lines.map(
    ({ weights }) => weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / LARGEST,
  );
  const bytes = new Int8Array(BUCKETS * HEADS.length);
  for (const [head, { weights }] of lines.entries()) {
    for (const [bucket, weight] of weights.entries())
      bytes[bucket * HEADS.length + head] = Math.round(weight / (scales[head] ?? 1));
  }
  const table = gzipSync(bytes, { level: 9 }).toString('base64');
  return { scales, biases: lines.map(({ bias }) => bias), table };
}

type Reading = ReturnType<ReturnType<typeof createDistressReader>>;
interface Judged extends Labelled {
  readonly read: Reading;
}

function judged(messages: readonly Labelled[], lines: readonly Line[]): readonly Judged[] {
  const read = createDistressReader(wording, modelFrom(keptFrom(lines), gunzipSync));
  return messages.map((message) => ({ ...message, read: read(message.text) }));
}

const SEVERITY = { low: 'low', high: 'high', now: 'immediate' } as const;

function row(name: string, all: readonly Judged[]): readonly string[] {
  const shown = all.filter(({ label }) => label === 'distress');
  const ordinary = all.filter(({ label }) => label === 'ordinary');
  const graded = shown.filter(({ severity, read }) => severity !== undefined && read !== undefined);
  const told = shown.filter(({ about, read }) => about !== undefined && read !== undefined);
  const now = graded.filter(({ severity }) => severity === 'now');
  return [
    name,
    share(shown, ({ read }) => read !== undefined),
    share(ordinary, ({ read }) => read !== undefined),
    share(graded, ({ severity, read }) => severity !== undefined && read?.severity === SEVERITY[severity]),
    share(now, ({ read }) => read?.severity === 'immediate'),
    share(told, ({ about, read }) => read?.about === about),
  ];
}

function share(all: readonly Judged[], passes: (one: Judged) => boolean): string {
  if (all.length === 0) return '';
  const count = all.filter(passes).length;
  return `${((100 * count) / all.length).toFixed(1)} % (${count} of ${all.length})`;
}

function mistakes(all: readonly Judged[]): readonly string[] {
  return all
    .filter(({ label, read }) => (label === 'distress') !== (read !== undefined))
    .map(
      ({ label, text, writer }) => `${label === 'distress' ? 'missed' : 'false alarm'} (${writer}): ${text}`,
    );
}

function check(messages: readonly Ready[], texts: readonly Ready[]): void {
  const writers = process.argv.includes('--golden') ? [] : [...new Set(messages.map(({ writer }) => writer))];
  const leftOut = writers.map((writer) => {
    const lines = fitAll([...messages.filter((one) => one.writer !== writer), ...texts]);
    return {
      name: `without ${writer}`,
      all: judged(
        messages.filter((one) => one.writer === writer),
        lines,
      ),
    };
  });
  const lines = fitAll([...messages, ...texts]);
  const golden = judged(goldenFolders().flatMap(goldenMessages), lines);
  const groups = [
    ...leftOut.flatMap(({ name, all }) =>
      (['en', 'cy'] as const).map((language) => ({
        name: `${name}, ${language}`,
        all: all.filter((one) => one.language === language),
      })),
    ),
    ...[...new Set(golden.map(({ writer }) => writer))].map((writer) => ({
      name: writer,
      all: golden.filter((one) => one.writer === writer),
    })),
    { name: 'plans and patterns (fitted)', all: judged(texts, lines) },
    { name: 'messages (fitted)', all: judged(messages, lines) },
  ];
  const head = ['messages', 'recall', 'false alarms', 'severity right', 'danger now', 'of whom right'];
  console.log(
    table([head, ...groups.filter(({ all }) => all.length > 0).map(({ name, all }) => row(name, all))]),
  );
  if (process.argv.includes('--show')) console.log(groups.flatMap(({ all }) => mistakes(all)).join('\n'));
}

/** Those of the tests, and those that `--from` names. */
function goldenFolders(): readonly string[] {
  const at = process.argv.indexOf('--from');
  return [join('test', 'golden'), ...(at < 0 ? [] : process.argv.slice(at + 1, at + 2))];
}

const messages = reviewedMessages().map(ready);
const texts = [...ordinaryTexts(), ...askedMessages(), ...combinedMessages()].map(ready);
if (process.argv.includes('--check')) check(messages, texts);
else writeFileSync(WEIGHTS, `${JSON.stringify(keptFrom(fitAll([...messages, ...texts])), undefined, 2)}\n`);
