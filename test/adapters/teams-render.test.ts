import { describe, expect, it } from '@jest/globals';
import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import * as fc from 'fast-check';
import type { Card, Element, TeamsActivity } from '../../adapters/teams/card.ts';
import { symbolOf } from '../../adapters/teams/blocks.ts';
import { LIMITS } from '../../adapters/teams/limits.ts';
import { brief, link, pieces, plain } from '../../adapters/teams/markdown.ts';
import { sizeOf, toTeams } from '../../adapters/teams/render.ts';
import type { Answer, Block, Citation, Entry, Post, StatusLine } from '../../src/domain/answer.ts';
import type { SourceDate } from '../../src/domain/dates.ts';
import { RATINGS, STAGES, type Standing } from '../../src/domain/model.ts';

const SOURCE: Citation = {
  words: { text: 'Delivery report, February 2025, p. 12 (secondary source)' },
  url: 'https://example.org/report(final)?page=12',
  key: 'https://example.org/report(final)?page=12',
};
const STATUS: StatusLine = {
  standing: { stage: 'in_progress', rating: 'at_risk' },
  words: 'At risk',
  asAt: '2025-02' as SourceDate,
  asAtWords: 'As at February 2025, 21 months ago',
  overdue: true,
  overdueWords: 'Overdue since 31 March 2026',
  source: SOURCE,
};
const BLOCKS: readonly Block[] = [
  { type: 'heading', text: 'Theme 1' },
  { type: 'paragraph', text: 'A paragraph.' },
  { type: 'facts', rows: [{ label: 'Lead', value: { text: 'HEIW' } }] },
  { type: 'status', status: STATUS },
  {
    type: 'progress',
    title: 'Progress',
    counts: [
      { label: 'On track', count: 3, standing: { stage: 'in_progress', rating: 'on_track' } },
      { label: 'Status not published', count: 4 },
    ],
    words: '3 on track, 4 without a published status.',
  },
  {
    type: 'entries',
    entries: [
      {
        label: 'Action 4.2',
        title: { text: 'Grow the workforce' },
        status: STATUS,
        lines: ['Lead: HEIW', 'Due: 2026'],
        ask: { label: 'Show 4.2', say: 'show action 4.2' },
      },
    ],
    more: { label: 'More', say: 'more' },
  },
  { type: 'notice', tone: 'warning', text: 'No Welsh text is held.' },
  {
    type: 'sources',
    label: 'Sources',
    citations: [SOURCE, { words: { text: 'A paper copy' }, key: 'paper' }],
  },
  { type: 'asks', label: 'You can also ask', asks: [{ label: 'Help', say: 'help' }] },
];

function answerOf(parts: Partial<Answer> = {}): Answer {
  return {
    locale: 'en',
    kind: 'status',
    headline: 'Action 4.2 is at risk.',
    blocks: [],
    items: [],
    private: false,
    ...parts,
  };
}

function cardOf(activity: TeamsActivity): Card {
  return activity.attachments[0].content;
}

function elementsOf(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) =>
    element.type === 'Container' ? [element, ...elementsOf(element.items)] : [element],
  );
}

/** All texts of the post's cards, in order. */
function textsOf(activities: readonly TeamsActivity[]): readonly string[] {
  return elementsOf(activities.flatMap((activity) => [...cardOf(activity).body])).flatMap((element) => {
    if (element.type === 'TextBlock') return [element.text];
    if (element.type === 'FactSet') return element.facts.flatMap(({ title, value }) => [title, value]);
    return [];
  });
}

/** What Microsoft's own reader of cards complains of. Without `lang`: its check of that remembers the last card's. */
function complaintsOf({ lang, ...card }: Card): readonly string[] {
  expect(lang).toMatch(/^(cy|en)$/u);
  const context = new SerializationContext();
  const read = new AdaptiveCard();
  read.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...read.validateProperties().validationEvents.map(({ message }) => message)];
}

/** What a reader of Markdown shows of an escaped text; throws where anything in it would take effect. */
function shown(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*([#>+-]|\d+[.)])/u.test(line)) throw new Error(`takes effect at a line's start: ${line}`);
      return line.replace(
        /\\([!-/:-@[-`{-~])|&(amp|lt);|([\\*_[\]`~]|<[A-Za-z/!?]|\{\{|&#?\w+;)/gu,
        (_, kept, entity, active) => {
          if (active !== undefined) throw new Error(`takes effect: ${active} in ${line}`);
          return kept ?? (entity === 'lt' ? '<' : '&');
        },
      );
    })
    .join('\n');
}

function among(characters: string): fc.Arbitrary<string> {
  return fc.constantFrom(...characters.split(''));
}

describe('an answer with every kind of block', () => {
  const [activity, ...others] = toTeams([answerOf({ blocks: BLOCKS })]);

  it('is one card, with the headline for the notification, screen readers and the fallback', () => {
    expect(others).toEqual([]);
    expect(activity).toMatchObject({
      type: 'message',
      summary: 'Action 4.2 is at risk.',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            version: '1.5',
            lang: 'en',
            speak: 'Action 4.2 is at risk.',
            fallbackText: 'Action 4.2 is at risk.',
          },
        },
      ],
    });
    expect(activity).not.toHaveProperty('text');
  });

  it('is read by Microsoft’s own renderer without a complaint', () => {
    expect(complaintsOf(cardOf(activity!))).toEqual([]);
  });

  it('says everything in plain words, in order, a status never without its date and source', () => {
    const report =
      '[Delivery report, February 2025, p. 12 (secondary source)](https://example.org/report%28final%29?page=12)';
    const status = [
      '▲ At risk',
      'As at February 2025, 21 months ago',
      '⚠ Overdue since 31 March 2026',
      report,
    ];

    expect(textsOf([activity!])).toEqual([
      'Action 4.2 is at risk.',
      'Theme 1',
      'A paragraph.',
      'Lead',
      'HEIW',
      ...status,
      'Progress',
      '● On track',
      '3',
      '– Status not published',
      '4',
      '3 on track, 4 without a published status.',
      'Action 4.2',
      'Grow the workforce',
      ...status,
      'Lead: HEIW',
      'Due: 2026',
      '⚠ No Welsh text is held.',
      'Sources',
      report,
      'A paper copy',
      'You can also ask',
    ]);
  });

  it('wraps every text and uses no colour', () => {
    const all = elementsOf(cardOf(activity!).body);

    expect(all.filter((one) => one.type === 'TextBlock' && !one.wrap)).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/"(color|isSubtle)"/u);
  });

  it('ends with buttons that say their sentence, what was asked for first', () => {
    const last = cardOf(activity!).body.at(-1);

    expect(last).toEqual({
      type: 'ActionSet',
      actions: [
        ['Help', 'help'],
        ['More', 'more'],
        ['Show 4.2', 'show action 4.2'],
      ].map(([label, say]) => ({
        type: 'Action.Submit',
        title: label,
        data: { msteams: { type: 'messageBack', text: say, displayText: label }, say },
      })),
    });
  });
});

describe('a post in both languages', () => {
  const asks = (prefix: string): Block => ({
    type: 'asks',
    label: prefix,
    asks: Array.from({ length: 9 }, (_, n) => ({ label: `${prefix} ${n}`, say: `${prefix} ${n}` })),
  });
  const post: Post = [
    answerOf({ locale: 'cy', headline: 'Mae cam 4.2 mewn perygl.', blocks: [asks('cy')] }),
    answerOf({ blocks: [asks('en')] }),
  ];

  it('is one card, the Welsh first, a line between, both headlines in the notification', () => {
    const [activity, ...others] = toTeams(post);
    const { body, lang, speak } = cardOf(activity!);

    expect(others).toEqual([]);
    expect(activity!.summary).toBe('Mae cam 4.2 mewn perygl. / Action 4.2 is at risk.');
    expect({ lang, speak }).toEqual({
      lang: 'cy',
      speak: 'Mae cam 4.2 mewn perygl.\nAction 4.2 is at risk.',
    });
    expect(body.filter((one) => 'separator' in one && one.separator)).toMatchObject([
      { text: 'Action 4.2 is at risk.' },
    ]);
  });

  it('has no more buttons than a card may have, shared equally', () => {
    const actions = cardOf(toTeams(post)[0]!).body.flatMap((one) =>
      one.type === 'ActionSet' ? one.actions : [],
    );

    expect(actions.map(({ title }) => title)).toEqual(['cy 0', 'cy 1', 'cy 2', 'en 0', 'en 1', 'en 2']);
    expect(actions).toHaveLength(LIMITS.actions);
  });
});

describe('a long post', () => {
  const entry = (n: number): Entry => ({
    label: `Action ${n}`,
    title: { text: 'word '.repeat(200).trim() },
    status: { ...STATUS, source: { ...SOURCE, url: `https://example.org/${n}/${'x'.repeat(300)}` } },
    lines: [],
  });
  const entries = Array.from({ length: 60 }, (_, n) => entry(n));

  it('is split between its entries; every link, date and source stays whole and with its status', () => {
    const activities = toTeams([answerOf({ blocks: [{ type: 'entries', entries }] })]);
    const containers = activities.flatMap((one) =>
      cardOf(one).body.filter(({ type }) => type === 'Container'),
    );

    expect(activities.length).toBeGreaterThan(1);
    for (const activity of activities) {
      expect(sizeOf(activity)).toBeLessThanOrEqual(LIMITS.activityBytes - LIMITS.envelopeBytes);
      expect(activity.summary).toBe('Action 4.2 is at risk.');
      expect(complaintsOf(cardOf(activity))).toEqual([]);
    }
    expect(containers).toHaveLength(60);
    containers.forEach((container, n) => {
      const text = JSON.stringify(container);
      expect(text).toContain(`](https://example.org/${n}/${'x'.repeat(300)})`);
      expect(text).toContain(STATUS.asAtWords);
    });
  });

  it('is split within a text only where nothing else helps, and then between words', () => {
    const words = Array.from({ length: 30_000 }, (_, n) => `w${n}`).join(' ');
    const activities = toTeams([answerOf({ blocks: [{ type: 'paragraph', text: words }] })]);

    expect(activities.length).toBeGreaterThan(1);
    expect(textsOf(activities).slice(1).join(' ')).toBe(words);
  });
});

describe('plain text on a card', () => {
  it.each([
    ['*bold* _it_ `code` ~~gone~~', '\\*bold\\* \\_it\\_ \\`code\\` \\~\\~gone\\~\\~'],
    ['[free](https://evil.example)', '\\[free\\](https://evil.example)'],
    ['# heading\n- list\n12. twelve', '\\# heading\n\\- list\n12\\. twelve'],
    ['<at>everyone</at> <img src=x>', '&lt;at>everyone&lt;/at> &lt;img src=x>'],
    ['&lt;b&gt; but R&D and <5%', '&amp;lt;b&amp;gt; but R&D and <5%'],
    ['{{DATE(2026-01-01T00:00:00Z)}}', '{\\{DATE(2026-01-01T00:00:00Z)}}'],
    ['co-produced by 2025-26 (4.2)', 'co-produced by 2025-26 (4.2)'],
  ])('escapes what would take effect and nothing else: %j', (text, expected) => {
    expect(plain(text)).toBe(expected);
    expect(shown(plain(text))).toBe(text);
  });

  it('links only to web addresses', () => {
    expect(link('Report [1]', 'https://example.org/a b')).toBe('[Report \\[1\\]](https://example.org/a%20b)');
    expect(link('Report', 'javascript:alert(1)')).toBe('Report');
    expect(link('Report', 'not an address')).toBe('Report');
    expect(link('Report', undefined)).toBe('Report');
  });

  it('is shown letter by letter, whatever it is', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: among('\\*_[]()`~#>+-.!|<>&;{}@/ab1 \n') }),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shown(plain(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is cut into pieces that lose nothing but blanks, and never parts a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (text, most) => {
          const parts = pieces(text, most);

          expect(parts.every((part) => part.length <= most && Buffer.from(part).toString() === part)).toBe(
            true,
          );
          expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        },
      ),
    );
    expect(brief('one two three', 10)).toBe('one two …');
  });
});

describe('any post at all', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: among('*_[]()`#>-<a>{&1. \n'), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('x', 'y', ' '), minLength: 1_000, maxLength: 30_000 }),
  );
  const citation: fc.Arbitrary<Citation> = fc.record({
    words: fc.record({ text: fc.string({ minLength: 1, maxLength: 60 }) }),
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    key: fc.constant('key'),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), text }),
    fc.record({ type: fc.constant('notice' as const), tone: fc.constant('info' as const), text }),
    fc.record({
      type: fc.constant('facts' as const),
      rows: fc.array(fc.record({ label: text, value: fc.record({ text }) }), { maxLength: 5 }),
    }),
    fc.record({
      type: fc.constant('sources' as const),
      label: text,
      citations: fc.array(citation, { maxLength: 5 }),
    }),
    fc.record({
      type: fc.constant('status' as const),
      status: fc.record({ source: citation, words: text }).map((parts) => ({ ...STATUS, ...parts })),
    }),
  );
  const answer: fc.Arbitrary<Answer> = fc
    .record({
      headline: fc.string({ minLength: 1, maxLength: 300 }),
      locale: fc.constantFrom('cy' as const, 'en' as const),
      blocks: fc.array(block, { maxLength: 8 }),
    })
    .map(answerOf);

  it('fits Teams, keeps every address, and shows nothing but its own words', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 2 }), (answers) => {
        const activities = toTeams(answers as unknown as Post);
        const texts = textsOf(activities);
        const addresses = answers.flatMap(({ blocks }) =>
          blocks.flatMap((one) => {
            if (one.type === 'status') return [one.status.source.url!];
            return one.type === 'sources' ? one.citations.map(({ url }) => url!) : [];
          }),
        );

        expect(activities.every((one) => sizeOf(one) <= LIMITS.activityBytes)).toBe(true);
        const links = texts.flatMap((one) => /^\[(?:[^\\\]]|\\.)*\]\(([^()]+)\)$/su.exec(one)?.[1] ?? []);
        expect(links.map((one) => new URL(one).href.replace(/%28/gu, '(').replace(/%29/gu, ')'))).toEqual(
          addresses.map((one) => new URL(one).href.replace(/%28/gu, '(').replace(/%29/gu, ')')),
        );
        for (const one of texts) if (!/\]\(https?:/u.test(one)) shown(one);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the symbols', () => {
  it('differ for all standings, so that shape tells what colour would', () => {
    const standings: readonly Standing[] = [
      ...STAGES.map((stage): Standing => ({ stage })),
      ...RATINGS.map((rating): Standing => ({ stage: 'in_progress', rating })),
    ];

    expect(new Set(standings.map(symbolOf)).size).toBe(standings.length);
  });
});
