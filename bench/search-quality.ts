import { SILENT } from '../test/doubles/bot.ts';
import { understand } from '../test/doubles/understand.ts';
import { readFolder, type Expectation } from '../test/golden/sheet.ts';
import { NO_MEMORY } from '../src/domain/conversation.ts';
import type { IsoDate } from '../src/domain/dates.ts';
import type { Locale, PlanId } from '../src/domain/model.ts';
import { isOpen } from '../src/domain/scope.ts';
import { openKnowledge } from '../src/knowledge/knowledge.ts';
import type { Library } from '../src/knowledge/library.ts';
import { YARDSTICKS } from './yardsticks/engines.ts';
import { gainOf, meanGain, type Gain } from './yardsticks/gain.ts';
import { ours, textsOf } from './yardsticks/ours.ts';
import { nameOf, type Ask, type Yardstick } from './yardsticks/yardstick.ts';
import { table } from './table.ts';

const GOLDEN = 'test/golden';
const KNOWLEDGE = 'knowledge';
const TODAY = '2026-11-21' as IsoDate;
const LOCALES = ['en', 'cy'] as const;

interface Question {
  readonly words: string;
  readonly plans: readonly PlanId[];
  /** The numbers of the items that any right answer shows. */
  readonly wanted: ReadonlySet<number>;
}
type Questions = Readonly<Record<Locale, readonly Question[]>>;
type Results = Readonly<Record<Locale, { readonly gain: Gain; readonly setting: string }>>;

/**
 * Our own search beside four others on the golden questions that ask for items by words alone: their answer is an item or
 * items, it names which, and we understand them as one question by topic, without filter. All get the same words.
 */
export async function benchQuality(): Promise<string> {
  const knowledge = await openKnowledge({
    dirs: [{ path: KNOWLEDGE, bundled: true }],
    log: SILENT,
    pollSeconds: 0,
  });
  const library = knowledge.library('public');
  knowledge.close();
  const questions = questionsFor(library);
  const own = await judged(ours(library), library, questions, '');
  const others = await Promise.all(
    YARDSTICKS.map(async (engine) => ({
      name: engine.name,
      results: await best(engine, library, questions),
    })),
  );
  const sizes = LOCALES.map((locale) => `${questions[locale].length} ${locale}`).join(', ');
  return table([
    [
      `items by topic: ${sizes}`,
      ...LOCALES.flatMap((locale) => [`${locale} nDCG@10`, 'MRR', 'recall@5', 'set to']),
    ],
    ['ours', ...rowOf(own)],
    ...others.map(({ name, results }) => [name, ...rowOf(results)]),
    ['goal for ours', ...LOCALES.flatMap((locale) => goalFor(own, others, locale))],
  ]);
}

function questionsFor(library: Library): Questions {
  const numbers = new Map<string, number>(library.items.map(({ id }, at) => [id, at]));
  const { asked, problems } = readFolder(GOLDEN, (id) => numbers.has(id), 'questions');
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const of = (locale: Locale): readonly Question[] =>
    asked.flatMap(({ language, expected }) =>
      language === locale ? questionsOf(expected, locale, library, numbers) : [],
    );
  return { cy: of('cy'), en: of('en') };
}

/** The question, or none where it is not by topic. */
function questionsOf(
  { ask, kind, items = [], includes = [], first }: Expectation,
  locale: Locale,
  library: Library,
  numbers: ReadonlyMap<string, number>,
): readonly Question[] {
  const named = [...items, ...includes, ...(first === undefined ? [] : [first])];
  const wanted = new Set(named.flatMap((id) => numbers.get(id) ?? []));
  const isOfItems = [kind].flat().some((each) => each === 'item' || each === 'items');
  if (!isOfItems || wanted.size === 0) return [];
  const hearing = { memory: NO_MEMORY, fallback: locale, today: TODAY, library, text: ask };
  const [{ intent }, ...more] = understand(hearing).queries;
  if (more.length > 0 || intent.kind !== 'topic' || !isOpen(intent.scope.filter)) return [];
  return [{ words: intent.words, plans: intent.scope.plans, wanted }];
}

async function judged(ask: Ask, library: Library, questions: Questions, setting: string): Promise<Results> {
  const of = async (locale: Locale) => {
    const gains: Gain[] = [];
    for (const { words, plans, wanted } of questions[locale]) {
      const ranking = await ask(words, locale);
      const among = (at: number): boolean =>
        plans.length === 0 || plans.some((plan) => library.items[at]?.plan === plan);
      gains.push(gainOf(ranking.filter(among), wanted));
    }
    return { gain: meanGain(gains), setting };
  };
  return { cy: await of('cy'), en: await of('en') };
}

/** The setting that does best in each language. */
async function best(engine: Yardstick, library: Library, questions: Questions): Promise<Results> {
  const texts = textsOf(library);
  const tried: Results[] = [];
  for (const setting of engine.settings) {
    tried.push(await judged(await engine.build(texts, setting), library, questions, nameOf(setting)));
  }
  const of = (locale: Locale) => {
    const [first] = tried.map((results) => results[locale]).sort((a, b) => b.gain.ndcg - a.gain.ndcg);
    return first ?? { gain: meanGain([]), setting: '' };
  };
  return { cy: of('cy'), en: of('en') };
}

function rowOf(results: Results): readonly string[] {
  return LOCALES.flatMap((locale) => {
    const { gain, setting } = results[locale];
    return [gain.ndcg, gain.reciprocalRank, gain.recall].map((value) => value.toFixed(3)).concat(setting);
  });
}

/** Better than each of the others in nDCG@10. */
function goalFor(
  own: Results,
  others: readonly { readonly results: Results }[],
  locale: Locale,
): readonly string[] {
  const most = Math.max(...others.map(({ results }) => results[locale].gain.ndcg));
  return [`> ${most.toFixed(3)}`, own[locale].gain.ndcg > most ? 'met' : 'missed', '', ''];
}
