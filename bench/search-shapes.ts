import { startBot } from '../test/doubles/bot.ts';
import { generatedPlan } from './search-plans.ts';
import { ms, table } from './table.ts';

const ITEMS = 1_000;
const ROUNDS = 5;
const SHOWN = 5;
const GOAL_MS = 50;

const times = (count: number, of: (at: number) => string, between = ' '): string =>
  Array.from({ length: count }, (_, at) => of(at)).join(between);
/** Letters of every script, and of none. */
const anything = (at: number): string => String.fromCodePoint(((at * 7_919) % 0xd000) + 0x20);

/** Messages made to be slow. */
const SHAPES: Readonly<Record<string, string>> = {
  '40,000 characters of words': times(6_000, (at) => ['staff', 'training', 'and', 'wellbeing'][at % 4] ?? ''),
  '40,000 characters of unknown words': times(5_000, (at) => `qw${(at * 7_919).toString(36)}zx`),
  'words with slips, one after the other': times(64, (at) =>
    `recrut${at % 7}mentt`.replace(/\d/u, 'abcdefg'[at % 7] ?? ''),
  ),
  'thousands of references': times(4_000, (at) => `action ${at % 900}.${at % 7}`, ', '),
  'thousands of bare numbers': times(6_000, String),
  'a range of references': `actions 1-${'9'.repeat(300)}`,
  'one very long word': 'llanfairpwll'.repeat(3_000),
  'one letter 40,000 times': 'a'.repeat(40_000),
  'any signs of any script': times(20_000, anything, ''),
  'marks upon one letter': `a${'\u0301'.repeat(20_000)}`,
  'many quotes': times(10_000, (at) => '"\'‘’“”«'.charAt(at % 7), ''),
  'quoted words': times(3_000, (at) => `"word ${at}"`),
  'deep brackets': `${'('.repeat(10_000)}staff${')'.repeat(10_000)}`,
  'full stops and commas': times(10_000, (at) => '.,;:!?…'.charAt(at % 7), ''),
  'dashes between words': times(6_000, () => 'well', '-'),
  'and and and': times(10_000, () => 'and'),
  'a list of and': times(3_000, (at) => `staff ${at} and training`, ' and '),
  '500 plan names': times(500, (at) => (at % 2 === 0 ? 'the generated plan' : 'cynllun a wnaed'), ', '),
  'many questions': times(2_000, (at) => `how is action ${at} going?`),
  'many dates': times(2_000, (at) => `${(at % 28) + 1} March ${2020 + (at % 9)}`, ' to '),
  'new lines': '\n'.repeat(20_000) + 'staff' + '\n'.repeat(20_000),
  spaces: `staff${' '.repeat(39_000)}training`,
  addresses: times(1_500, (at) => `https://example.org/${at}?q=staff`),
  'mentions and markup': times(3_000, (at) => `<@U${at}> *staff* _training_`),
  'filters of every kind': times(
    500,
    () => 'overdue amber actions led by nurses due before June in the theme of training not completed',
  ),
  'a digest wished for at length': times(
    1_000,
    () => 'send us a digest every Monday at 9 about staff except training',
  ),
  'Welsh words, each mutated': times(
    5_000,
    (at) => ['nghynllun', 'chymorth', 'ddatblygu', 'fhyfforddiant'][at % 4] ?? '',
  ),
  'words of both languages by turns': times(5_000, (at) => (at % 2 === 0 ? 'gweithlu' : 'workforce')),
  'distress, nearly': times(4_000, () => 'i want to end my shift'),
};

/** The whole answer within the process, over a plan of 1,000 items, to ordinary questions and to messages made to be slow. */
export async function benchShapes(): Promise<string> {
  const { library, questions } = generatedPlan(ITEMS, 50);
  const bot = await startBot({ library: () => library });
  const taken: { readonly shape: string; readonly time: number }[] = [];
  const shapes = [
    ...questions.map(({ text }) => ['a question', text] as const),
    ...questions.map(({ slipped }) => ['a question with slips', slipped] as const),
    ...Object.entries(SHAPES),
  ];
  for (const [, text] of shapes.slice(0, questions.length)) await bot.post(text, { chat: 'warm' });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, [shape, text]] of shapes.entries()) {
      const from = performance.now();
      await bot.post(text, { chat: `${round} ${at}` });
      taken.push({ shape, time: performance.now() - from });
    }
  }
  await bot.close();
  const slowest = new Map<string, number>();
  for (const { shape, time } of taken) slowest.set(shape, Math.max(slowest.get(shape) ?? 0, time));
  const sorted = [...slowest].sort((a, b) => b[1] - a[1]);
  return table([
    [`slowest of ${sorted.length} shapes, ${ITEMS.toLocaleString('en-GB')} items`, 'measured', 'goal'],
    ...sorted.slice(0, SHOWN).map(([shape, time]) => [shape, ms(time), `<= ${GOAL_MS} ms`]),
  ]);
}
