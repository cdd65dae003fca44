import { benchAnswers } from './answers.ts';
import { benchMessages } from './messages.ts';
import { benchQuality } from './search-quality.ts';
import { benchShapes } from './search-shapes.ts';
import { SPEEDS } from './search-speed.ts';
import { benchStart } from './start.ts';

const PARTS = {
  answers: benchAnswers,
  start: benchStart,
  messages: benchMessages,
  quality: benchQuality,
  ...SPEEDS,
  shapes: benchShapes,
};
const wanted = process.argv.slice(2);

for (const [name, bench] of Object.entries(PARTS)) {
  if (wanted.length === 0 || wanted.some((each) => name.startsWith(each)))
    process.stdout.write(`${await bench()}\n\n`);
}
