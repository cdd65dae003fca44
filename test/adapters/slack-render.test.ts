import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { toSlack, type SlackMessage } from '../../adapters/slack/render.ts';
import type { Answer, Block, Citation, Post, StatusLine } from '../../src/domain/answer.ts';
import type { SourceDate } from '../../src/domain/dates.ts';
import type { Standing } from '../../src/domain/model.ts';
import { refusal } from '../doubles/slack.ts';

const SOURCE: Citation = {
  words: { text: 'The plan, p. 12 (2024)' },
  url: 'https://example.org/plan?a=1&b=2',
  key: 'https://example.org/plan?a=1&b=2',
};
const STATUS: StatusLine = {
  standing: { stage: 'in_progress', rating: 'at_risk' },
  words: 'At risk ("amber")',
  asAt: '2025-02' as SourceDate,
  asAtWords: 'as at February 2025, 21 months ago',
  overdue: true,
  overdueWords: 'overdue since 31 March 2025',
  source: SOURCE,
};

function answer(blocks: readonly Block[], parts: Partial<Answer> = {}): Answer {
  return {
    locale: 'en',
    kind: 'item',
    headline: 'Action 4.2 is at risk.',
    items: [],
    private: false,
    blocks,
    ...parts,
  };
}

/** The one message of an answer with this one block, without the headline. */
function shown(block: Block): { readonly text: string; readonly blocks: readonly unknown[] } {
  const [message, ...others] = toSlack([answer([block])]);
  expect(others).toEqual([]);
  return { text: message!.text.split('\n').slice(1).join('\n'), blocks: message!.blocks.slice(1) };
}

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const section = (text: string) => ({ type: 'section', text: plain(text), expand: true });
const context = (text: string) => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text, verbatim: true }],
});
const LINK = '<https://example.org/plan?a=1&amp;b=2|The plan, p. 12 (2024)>';
const SOURCE_WORDS = 'The plan, p. 12 (2024) https://example.org/plan?a=1&amp;b=2';

describe('an answer in Slack', () => {
  it('begins with its headline, bold and literal, and says it first in the fallback text', () => {
    expect(
      toSlack([answer([{ type: 'paragraph', text: 'More.' }], { headline: 'R&D is *on* <track>.' })]),
    ).toEqual([
      {
        text: 'R&amp;D is *on* &lt;track&gt;.\nMore.',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_section',
                elements: [{ type: 'text', text: 'R&D is *on* <track>.', style: { bold: true } }],
              },
            ],
          },
          section('More.'),
        ],
      },
    ]);
  });

  it('is plain talk where the headline is all of it', () => {
    expect(toSlack([answer([], { headline: 'Croeso.' })])).toEqual([
      { text: 'Croeso.', blocks: [section('Croeso.')] },
    ]);
  });

  it('puts two languages in one message with a divider, both headlines first in the fallback', () => {
    const cy = answer([{ type: 'paragraph', text: 'Rhagor.' }], { locale: 'cy', headline: 'Mae perygl.' });
    const en = answer([{ type: 'paragraph', text: 'More.' }], { headline: 'At risk.' });

    const messages = toSlack([cy, en]);

    expect(messages).toHaveLength(1);
    expect(messages[0]!.text).toBe('Mae perygl.\nAt risk.\nRhagor.\nMore.');
    expect(messages[0]!.blocks.map(({ type }) => type)).toEqual([
      'rich_text',
      'section',
      'divider',
      'rich_text',
      'section',
    ]);
  });
});

describe('each kind of block', () => {
  it('heading: a header, or bold text where it is over 150 characters', () => {
    expect(shown({ type: 'heading', text: 'Theme 4' })).toEqual({
      text: 'Theme 4',
      blocks: [{ type: 'header', text: plain('Theme 4') }],
    });
    const long = 'Gweithlu '.repeat(20).trim();
    expect(shown({ type: 'heading', text: long }).blocks).toEqual([
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: long, style: { bold: true } }] },
        ],
      },
    ]);
  });

  it('paragraph: literal text', () => {
    expect(shown({ type: 'paragraph', text: 'Cynllun *pwysig* <!channel>', locale: 'cy' })).toEqual({
      text: 'Cynllun *pwysig* &lt;!channel&gt;',
      blocks: [section('Cynllun *pwysig* <!channel>')],
    });
  });

  it('facts: label and value side by side, five rows to a section, a very long one as a paragraph', () => {
    const rows = [1, 2, 3, 4, 5, 6].map((n) => ({ label: `Label ${n}`, value: { text: `value ${n}` } }));
    expect(shown({ type: 'facts', rows })).toEqual({
      text: rows.map(({ label, value }) => `${label}: ${value.text}`).join('\n'),
      blocks: [
        {
          type: 'section',
          fields: rows.slice(0, 5).flatMap(({ label, value }) => [plain(label), plain(value.text)]),
        },
        { type: 'section', fields: [plain('Label 6'), plain('value 6')] },
      ],
    });
    const long = 'x'.repeat(2_001);
    expect(shown({ type: 'facts', rows: [{ label: 'Aim', value: { text: long } }] }).blocks).toEqual([
      section(`Aim: ${long}`),
    ]);
  });

  it('status: a sign that repeats the words, then date, overdue and the source', () => {
    expect(shown({ type: 'status', status: STATUS })).toEqual({
      text: `At risk ("amber")\nas at February 2025, 21 months ago\noverdue since 31 March 2025\n${SOURCE_WORDS}`,
      blocks: [
        section('🔶 At risk ("amber")\nas at February 2025, 21 months ago\noverdue since 31 March 2025'),
        context(`• ${LINK}`),
      ],
    });
  });

  it('status: a sign of its own for every standing', () => {
    const standings: readonly Standing[] = [
      { stage: 'not_started' },
      { stage: 'in_progress' },
      { stage: 'completed' },
      { stage: 'on_hold' },
      { stage: 'cancelled' },
      { stage: 'carried_forward' },
      { stage: 'in_progress', rating: 'on_track' },
      { stage: 'in_progress', rating: 'at_risk' },
      { stage: 'in_progress', rating: 'off_track' },
      { stage: 'in_progress', rating: 'date_missed_no_risk' },
      { stage: 'in_progress', rating: 'date_missed_with_risk' },
    ];

    const signs = standings.map((standing) =>
      JSON.stringify(shown({ type: 'status', status: { ...STATUS, standing } }).blocks[0]),
    );

    expect(new Set(signs).size).toBe(standings.length);
  });

  it('progress: bars with their words and numbers, and the whole of it as a sentence', () => {
    expect(
      shown({
        type: 'progress',
        title: 'Standing of 33 actions',
        counts: [
          { label: 'On track', count: 24, standing: { stage: 'in_progress', rating: 'on_track' } },
          { label: 'Off track', count: 1, standing: { stage: 'in_progress', rating: 'off_track' } },
          { label: 'Cancelled', count: 0, standing: { stage: 'cancelled' } },
          { label: 'Not published', count: 8 },
        ],
        words: '24 on track, 1 off track, 8 not published.',
      }),
    ).toEqual({
      text: 'Standing of 33 actions\n24 on track, 1 off track, 8 not published.',
      blocks: [
        section(
          'Standing of 33 actions\n🟢 On track: 24 ████████████\n🔺 Off track: 1 █\n✖️ Cancelled: 0\nNot published: 8 ████',
        ),
        section('24 on track, 1 off track, 8 not published.'),
      ],
    });
  });

  it('entries: each with its status, source and button together, and "more" beneath', () => {
    expect(
      shown({
        type: 'entries',
        entries: [
          {
            label: 'Action 4.2',
            title: { text: 'Grow the workforce' },
            status: STATUS,
            lines: ['Lead: HEIW'],
            ask: { label: 'Show', say: 'action 4.2' },
          },
          { label: 'Action 4.3', title: { text: 'Train' }, lines: [] },
        ],
        more: { label: 'More', say: 'more' },
      }),
    ).toEqual({
      text: `Action 4.2: Grow the workforce\nAt risk ("amber")\nas at February 2025, 21 months ago\noverdue since 31 March 2025\n${SOURCE_WORDS}\nLead: HEIW\nAction 4.3: Train`,
      blocks: [
        {
          ...section(
            'Action 4.2: Grow the workforce\n🔶 At risk ("amber")\nas at February 2025, 21 months ago\noverdue since 31 March 2025\nLead: HEIW',
          ),
          accessory: {
            type: 'button',
            action_id: 'say-0',
            text: plain('Show'),
            value: 'action 4.2',
            accessibility_label: 'Show: Action 4.2',
          },
        },
        context(`• ${LINK}`),
        section('Action 4.3: Train'),
        {
          type: 'actions',
          elements: [{ type: 'button', action_id: 'say-0', text: plain('More'), value: 'more' }],
        },
      ],
    });
  });

  it('notice: small, with a sign for its tone', () => {
    expect(shown({ type: 'notice', tone: 'info', text: 'No Welsh text.' })).toEqual({
      text: 'No Welsh text.',
      blocks: [{ type: 'context', elements: [plain('ℹ️ No Welsh text.')] }],
    });
    expect(shown({ type: 'notice', tone: 'warning', text: 'Old.' }).blocks).toEqual([
      { type: 'context', elements: [plain('⚠️ Old.')] },
    ]);
  });

  it('sources: whole lines, linked where there is an address on the web', () => {
    const named: Citation = { words: { text: 'Board paper 7 > annex *B*' }, key: 'Board paper 7' };
    const unsafe: Citation = { words: { text: 'A file' }, url: 'javascript:alert(1)', key: 'x' };
    expect(shown({ type: 'sources', label: 'Sources', citations: [SOURCE, named, unsafe] })).toEqual({
      text: `Sources\n${SOURCE_WORDS}\nBoard paper 7 &gt; annex *B*\nA file javascript:alert(1)`,
      blocks: [
        context(
          `Sources\n• ${LINK}\n• Board paper 7 &gt; annex \u200B*\u200BB\u200B*\u200B\n• A file javascript:alert(1)`,
        ),
      ],
    });
  });

  it('asks: buttons that say a sentence; 25 to a row; one too long for a button is shown to be typed', () => {
    const asks = Array.from({ length: 26 }, (_, n) => ({ label: `Ask ${n}`, say: `say ${n}` }));
    const typed = { label: 'Long', say: 'x'.repeat(2_001) };
    const { blocks } = shown({ type: 'asks', label: 'You could ask', asks: [...asks, typed] });
    expect(blocks).toEqual([
      { type: 'context', elements: [plain('You could ask')] },
      {
        type: 'actions',
        elements: asks.slice(0, 25).map(({ label, say }, n) => ({
          type: 'button',
          action_id: `say-${n}`,
          text: plain(label),
          value: say,
        })),
      },
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'say-0', text: plain('Ask 25'), value: 'say 25' }],
      },
      section(typed.say),
    ]);
    expect(
      shown({ type: 'asks', label: '', asks: [{ label: 'ŵ'.repeat(80), say: 'ŵ' }] }).blocks,
    ).toMatchObject([{ elements: [{ text: { text: `${'ŵ'.repeat(74)}…` } }] }]);
  });
});

describe('an answer too long for one message', () => {
  const entries = Array.from({ length: 60 }, (_, n) => ({
    label: `Action ${n}`,
    title: { text: 'Tyfu’r gweithlu '.repeat(12).trim() },
    status: STATUS,
    lines: [],
    ask: { label: 'Show', say: `action ${n}` },
  }));
  const messages = toSlack([answer([{ type: 'entries', entries }])]);

  it('becomes several, numbered in the fallback text, each within what Slack takes', () => {
    expect(messages.length).toBeGreaterThan(1);
    messages.forEach(({ text, blocks }, at) => {
      expect(text.split('\n')[0]).toBe(`Action 4.2 is at risk. (${at + 1}/${messages.length})`);
      expect(refusal(blocks as never)).toBeUndefined();
    });
  });

  it('leaves no status without its source in the same message', () => {
    for (const { blocks } of messages) {
      blocks.forEach((block, at) => {
        if (block.type === 'section') expect(blocks[at + 1]?.type).toBe('context');
      });
    }
    expect(allTexts(messages).filter((text) => text === `• ${LINK}`)).toHaveLength(entries.length);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
  fc
    .array(
      fc.constantFrom(
        '<!channel>',
        '<@U0MAIR>',
        '<#C1|x>',
        '<https://evil.example|ok>',
        '@everyone',
        '@here',
        '*',
        '_',
        '~',
        '`',
        '```',
        '>',
        '&lt;',
        '&',
        '|',
        ':warning:',
        '\n',
        ' ',
        'gair',
        '\u0000',
        '\ud800',
        'https://evil.example',
      ),
      { maxLength: 40 },
    )
    .map((words) => words.join('')),
  fc.nat({ max: 9_000 }).map((length) => 'Gweithlu '.repeat(length / 9)),
  fc.nat({ max: 7_000 }).map((length) => 'x'.repeat(length)),
);
const citation = fc.record(
  {
    words: fc.record({ text: hostile }),
    key: fc.constant('key'),
    url: fc.oneof(fc.webUrl({ withQueryParameters: true }), hostile),
  },
  { requiredKeys: ['words', 'key'] },
) as fc.Arbitrary<Citation>;
const status = fc
  .record({ words: hostile, asAtWords: hostile, source: citation })
  .map((parts) => ({ ...STATUS, ...parts }));
const ask = fc.record({ label: hostile, say: hostile });
const block = fc.oneof(
  fc.record({ type: fc.constantFrom('heading' as const, 'paragraph' as const), text: hostile }),
  fc.record({
    type: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: hostile, value: fc.record({ text: hostile }) }), { maxLength: 12 }),
  }),
  fc.record({ type: fc.constant('status' as const), status }),
  fc.record({
    type: fc.constant('progress' as const),
    title: hostile,
    words: hostile,
    counts: fc.array(fc.record({ label: hostile, count: fc.nat() }), { maxLength: 5 }),
  }),
  fc.record({
    type: fc.constant('entries' as const),
    entries: fc.array(
      fc.record({
        label: hostile,
        title: fc.record({ text: hostile }),
        status,
        lines: fc.array(hostile, { maxLength: 2 }),
        ask,
      }),
      { maxLength: 8 },
    ),
    more: ask,
  }),
  fc.record({
    type: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'warning' as const),
    text: hostile,
  }),
  fc.record({
    type: fc.constant('sources' as const),
    label: hostile,
    citations: fc.array(citation, { maxLength: 15 }),
  }),
  fc.record({ type: fc.constant('asks' as const), label: hostile, asks: fc.array(ask, { maxLength: 30 }) }),
) as fc.Arbitrary<Block>;
const posts = fc
  .array(fc.record({ headline: hostile, blocks: fc.array(block, { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((answers) => answers.map((parts) => answer(parts.blocks, parts)) as unknown as Post);

describe('whatever a plan or a person wrote', () => {
  it('never goes over what Slack takes', () => {
    fc.assert(
      fc.property(posts, (post) => {
        for (const { text, blocks } of toSlack(post)) {
          expect(refusal(blocks as never)).toBeUndefined();
          expect(text.length).toBeLessThanOrEqual(40_000);
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(12_000);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('mentions nobody, links nowhere but to a source, and formats nothing', () => {
    fc.assert(
      fc.property(posts, (post) => {
        const messages = toSlack(post);
        const addresses = new Set(post.flatMap(({ blocks }) => blocks.flatMap(addressesIn)));
        for (const { text } of messages) expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
        for (const text of allMarkup(messages)) {
          const rest = text.replace(
            /<(https?:\/\/[^<>|\s]+)\|([^<>\n]+)>/gu,
            (_, address: string, label: string) => {
              expect(addresses).toContain(address);
              return label;
            },
          );
          expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/u);
          expect(rest).not.toMatch(/(?<!\u200B)[*_~`]|[*_~`](?!\u200B)/u);
          expect(rest).not.toMatch(/^&gt;/mu);
          expect(rest).not.toMatch(/:[\p{L}\p{N}_+'-]+:/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every source whole: its words, and its link', () => {
    fc.assert(
      fc.property(fc.array(citation, { maxLength: 40 }), (citations) => {
        const shownTexts = allTexts(
          toSlack([answer([{ type: 'sources', label: 'Sources', citations }])]),
        ).join('\n');
        for (const { url } of citations.filter(
          (each) => each.url?.startsWith('http') && URL.canParse(each.url),
        )) {
          const address = url!.trim().replace(/[<>|"\s]/gu, encodeURIComponent);
          if (/[\p{Cc}\p{Cs}]/u.test(address)) continue;
          const written = address.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
          expect(shownTexts.includes(written) || shownTexts.includes(address)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function addressesIn(block: Block): readonly string[] {
  const citations =
    block.type === 'sources'
      ? block.citations
      : block.type === 'status'
        ? [block.status.source]
        : block.type === 'entries'
          ? block.entries.flatMap((entry) => (entry.status ? [entry.status.source] : []))
          : [];
  return citations.flatMap(({ url }) =>
    url === undefined
      ? []
      : [
          url
            .replace(/(?![\n\t])\p{Cc}/gu, ' ')
            .replace(/\p{Surrogate}/gu, '\uFFFD')
            .trim()
            .replace(/[<>|"\s]/gu, encodeURIComponent)
            .replace(/&/gu, '&amp;'),
        ],
  );
}

/** Every text object of the messages, mrkdwn or plain. */
function allTexts(messages: readonly SlackMessage[]): readonly string[] {
  return objectsIn(messages.map(({ blocks }) => blocks)).flatMap(({ text }) =>
    typeof text === 'string' ? [text] : [],
  );
}

function allMarkup(messages: readonly SlackMessage[]): readonly string[] {
  return objectsIn(messages.map(({ blocks }) => blocks)).flatMap(({ type, text, verbatim }) => {
    if (type !== 'mrkdwn') return [];
    expect(verbatim).toBe(true);
    return [text as string];
  });
}

function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objectsIn)];
}
