import type { Answer, Ask, Block } from '../domain/answer.ts';
import { messagesFor } from '../language/messages.ts';

const MOST_ITEMS = 50;
const MOST_ASKS = 5;

/** Several questions of one message in one answer: the first one's kind, the items and sources of all. */
export function mergeAnswers(answers: readonly Answer[]): Answer {
  const [first, ...others] = answers;
  if (!first) throw new Error('No answer to merge: a message has at least one question, so has its answer.');
  // Help for a person in distress stands alone.
  const signpost = answers.find(({ kind }) => kind === 'signpost');
  if (signpost || others.length === 0) return signpost ?? first;
  const { talk } = messagesFor(first.locale);
  const parts = [...bodyOf(first), ...others.flatMap((each) => [headlineOf(each), ...bodyOf(each)])];
  const body = distinctNotices(parts);
  const citations = answers.flatMap((each) =>
    each.blocks.flatMap((block) => (block.type === 'sources' ? block.citations : [])),
  );
  const asks = answers.flatMap((each) =>
    each.blocks.flatMap((block) => (block.type === 'asks' ? block.asks : [])),
  );
  return {
    ...first,
    blocks: [
      ...body,
      ...(citations.length > 0
        ? [
            {
              type: 'sources',
              label: talk.sources,
              citations: distinct(citations, (each) => each.words.text + each.key),
            } as const,
          ]
        : []),
      ...(asks.length > 0
        ? [
            {
              type: 'asks',
              label: talk.asks,
              asks: distinct<Ask>(asks, (each) => each.say).slice(0, MOST_ASKS),
            } as const,
          ]
        : []),
    ],
    items: [...new Set(answers.flatMap((each) => each.items))].slice(0, MOST_ITEMS),
    private: answers.some((each) => each.private),
  };
}

/** What all parts caution of is said once. */
function distinctNotices(blocks: readonly Block[]): readonly Block[] {
  const said = new Set<string>();
  return blocks.filter((block) => {
    if (block.type !== 'notice') return true;
    if (said.has(block.text)) return false;
    said.add(block.text);
    return true;
  });
}

function headlineOf(answer: Answer): Block {
  return { type: 'heading', text: answer.headline };
}

function bodyOf(answer: Answer): readonly Block[] {
  return answer.blocks.filter(({ type }) => type !== 'sources' && type !== 'asks');
}

function distinct<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
