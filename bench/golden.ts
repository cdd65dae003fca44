/**
 * Asks the golden questions and prints the scoreboard: `npm run golden`. `--from DIR` takes another folder of questions,
 * `--only TEXT` the files whose names contain it; their failures are printed with `--failures`, so that questions kept
 * back stay unseen. `--json` prints one JSON document.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { packageRoot } from '../src/start/machine.ts';
import { openBatch } from '../test/golden/ask-all.ts';
import { runGolden, type Judged } from '../test/golden/run.ts';
import { failures, isRight, printed, scoreboardOf } from '../test/golden/scoreboard.ts';

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
  },
});
const folder = values.from ?? join(packageRoot(), 'test', 'golden');
const showsFailures = values.failures || values.from === undefined;

const batch = await openBatch();
const run = await runGolden(batch, folder, values.only);
await batch.close();
const board = scoreboardOf(run);

if (values.json) {
  const wrong = run.judged.filter((each) => !isRight(each));
  const document = {
    problems: run.problems,
    ...board,
    ...(showsFailures && { failures: wrong.map(plainly) }),
  };
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
} else {
  const shown = showsFailures ? `\n\n${failures(run.judged)}` : '';
  const problems = run.problems.length > 0 ? `\n\nProblems of the files\n${run.problems.join('\n')}` : '';
  process.stdout.write(`${printed(board)}${problems}${shown}\n`);
}
process.exitCode = run.problems.length > 0 ? 1 : 0;

function plainly({ where, set, label, language, turn, expected, said, faults, why }: Judged): object {
  return { where, set, label, language, turn, expected, faults, why, said };
}
