import { join } from 'node:path';
import { createHttpServer } from '../../adapters/http/server.ts';
import { toSlack } from '../../adapters/slack/render.ts';
import { toTeams } from '../../adapters/teams/render.ts';
import { createWeb, readAssets } from '../../adapters/web/index.ts';
import type { Answer, Post, StatusLine } from '../../src/domain/answer.ts';
import type { Instant, SourceDate } from '../../src/domain/dates.ts';
import type { ItemId, Locale, Standing } from '../../src/domain/model.ts';
import type { PageView } from '../../src/domain/page.ts';
import { messagesFor } from '../../src/language/messages.ts';
import { composePage } from '../../src/compose/page.ts';
import type { Inbound } from '../../src/ports/channel.ts';
import { action, fact, libraryOf, plan } from '../builders.ts';
import { build } from './built.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface LocalPage {
  readonly url: string;
  /** What the bot was sent, in order. */
  readonly heard: readonly Inbound[];
  stop(): Promise<void>;
}

/** The page on a real server on loopback, its scripts freshly compiled, before a bot that is the function given. */
export async function startPage(answer: (inbound: Inbound) => Promise<Post>): Promise<LocalPage> {
  const built = await build(['adapters/web/page']);
  const heard: Inbound[] = [];
  let ids = 0;
  const newId = (): string => `id-${(ids += 1)}`;
  const routes = createWeb({
    ear: {
      reply: async (inbound) => {
        heard.push(inbound);
        return answer(inbound);
      },
    },
    view: viewOf,
    previews: (post) => ({ slack: toSlack(post), teams: toTeams(post) }),
    clearance: 'public',
    clock: { now: () => '2026-11-21T09:00:00.000Z' as Instant },
    newId,
    assets: await readAssets({
      scripts: join(built.dir, 'adapters/web/page'),
      styles: join(ROOT, 'adapters/web/page'),
    }),
  });
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const server = createHttpServer({ routes, host: '127.0.0.1', port: 0, log, newId });
  const { port } = await server.start();
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    stop: async () => {
      await server.stop();
      await built.remove();
    },
  };
}

/** The real words of the page, over two small plans, one of them with an English title alone. */
export function viewOf(locale: Locale): PageView {
  const known = libraryOf({
    plans: [
      plan({
        id: 'demo',
        title: { en: 'Demonstration Workforce Plan', cy: 'Cynllun Gweithlu Arddangos' },
        declared: { action: 33 },
      }),
      plan({ id: 'other', title: { en: 'Mental Health and Wellbeing: Workforce Action Plan 2023–2025' } }),
    ],
    items: [action('4.2'), action('4.3')],
    facts: [fact('funding', '£7m', { plan: 'other' })],
  });
  return composePage({ locale, today: '2026-11-21' as never, say: messagesFor(locale), known });
}

/** What the answers below are made of, word for word. */
interface Words {
  readonly headline: string;
  readonly sub: string;
  readonly paragraph: string;
  readonly foreign: string;
  readonly lead: readonly [string, string];
  readonly due: readonly [string, string];
  readonly status: string;
  readonly asAt: string;
  readonly overdue: string;
  readonly source: string;
  readonly progressTitle: string;
  readonly progressWords: string;
  readonly standings: readonly string[];
  readonly entries: readonly (readonly [string, string, string])[];
  readonly more: string;
  readonly info: string;
  readonly warning: string;
  readonly sources: string;
  readonly asks: string;
  readonly next: readonly string[];
}

const ENGLISH: Words = {
  headline: 'Action 4.2: In progress, at risk, as at February 2025.',
  sub: 'How it is going',
  paragraph:
    'Recruit to <vacant> posts & keep the people who are there: *twice* as many mentors, [one] each.',
  foreign: 'Recriwtio i swyddi gwag a chadw’r bobl sydd yno.',
  lead: ['Lead', 'Health Education and Improvement Wales'],
  due: ['Due', '31 March 2026 (was September 2025)'],
  status: 'In progress, at risk (the source says “Amber”)',
  asAt: 'as at February 2025, 21 months ago',
  overdue: 'Overdue: it was due on 31 March 2026.',
  source: 'Demonstration progress report, February 2025, p. 12 (secondary source)',
  progressTitle: 'Progress: Demonstration Workforce Plan',
  progressWords:
    'Completed: 6; on track: 9; at risk: 3; off track: 1; date missed: 2; status not published: 4.',
  standings: ['Completed', 'On track', 'At risk', 'Off track', 'Date missed, with risk', 'Not published'],
  entries: [
    ['Action 4.2', 'Recruit to vacant posts', 'Lead: Director of People'],
    ['Action 4.3', 'Offer every newly qualified practitioner a mentor', 'Due: December 2026'],
    ['Recommendation R7', 'Publish how many places are filled', 'Status not published'],
  ],
  more: 'Show more',
  info: 'Some of this is held in Welsh alone, and is shown as it was published.',
  warning: 'This plan is invented, for demonstration only.',
  sources: 'Sources',
  asks: 'You can also ask',
  next: ['What is at risk?', 'What has changed in the last 3 months?', 'Which plans are there?'],
};

const WELSH: Words = {
  headline: 'Cam gweithredu 4.2: Ar y gweill, mewn perygl, ym mis Chwefror 2025.',
  sub: 'Sut mae’n mynd',
  paragraph:
    'Recriwtio i swyddi <gwag> a chadw’r bobl sydd yno & dwywaith cymaint o *fentoriaid*, [un] yr un.',
  foreign: 'Recruit to vacant posts and keep the people who are there.',
  lead: ['Arweinydd', 'Addysg a Gwella Iechyd Cymru'],
  due: ['I’w gwblhau erbyn', '31 Mawrth 2026 (Medi 2025 cyn hynny)'],
  status: 'Ar y gweill, mewn perygl (“Oren” yn ôl y ffynhonnell)',
  asAt: 'ym mis Chwefror 2025, 21 mis yn ôl',
  overdue: 'Hwyr: roedd i’w gwblhau erbyn 31 Mawrth 2026.',
  source: 'Adroddiad cynnydd arddangos, Chwefror 2025, t. 12 (yn ôl ffynhonnell eilaidd)',
  progressTitle: 'Cynnydd: Cynllun Gweithlu Arddangos',
  progressWords:
    'Wedi’i gwblhau: 6; ar y trywydd iawn: 9; mewn perygl: 3; oddi ar y trywydd: 1; dyddiad wedi’i golli: 2; statws heb ei gyhoeddi: 4.',
  standings: [
    'Wedi’i gwblhau',
    'Ar y trywydd iawn',
    'Mewn perygl',
    'Oddi ar y trywydd',
    'Dyddiad wedi’i golli, gyda risg',
    'Heb ei gyhoeddi',
  ],
  entries: [
    ['Cam gweithredu 4.2', 'Recriwtio i swyddi gwag', 'Arweinydd: Cyfarwyddwr Pobl'],
    ['Cam gweithredu 4.3', 'Cynnig mentor i bob ymarferydd newydd gymhwyso', 'I’w gwblhau: Rhagfyr 2026'],
    ['Argymhelliad R7', 'Cyhoeddi faint o leoedd sydd wedi’u llenwi', 'Statws heb ei gyhoeddi'],
  ],
  more: 'Dangos mwy',
  info: 'Yn Saesneg yn unig y mae rhywfaint o hyn, ac fe’i dangosir fel y’i cyhoeddwyd.',
  warning: 'Cynllun dychmygol yw hwn, at ddibenion arddangos yn unig.',
  sources: 'Ffynonellau',
  asks: 'Gallwch ofyn hefyd',
  next: [
    'Beth sydd mewn perygl?',
    'Beth sydd wedi newid yn ystod y 3 mis diwethaf?',
    'Pa gynlluniau sydd yma?',
  ],
};

const STANDINGS: readonly (Standing | undefined)[] = [
  { stage: 'completed' },
  { stage: 'in_progress', rating: 'on_track' },
  { stage: 'in_progress', rating: 'at_risk' },
  { stage: 'in_progress', rating: 'off_track' },
  { stage: 'in_progress', rating: 'date_missed_with_risk' },
  undefined,
];
const COUNTS = [6, 9, 3, 1, 2, 4];

/** Every kind of block, in one language, with text in the other where a plan was published in that alone. */
export function fullAnswer(locale: Locale): Answer {
  const words = locale === 'cy' ? WELSH : ENGLISH;
  const foreign: Locale = locale === 'cy' ? 'en' : 'cy';
  const status = statusOf(words);
  return {
    locale,
    kind: 'status',
    headline: words.headline,
    items: ['demo/action-4.2' as ItemId],
    private: false,
    blocks: [
      { type: 'notice', tone: 'warning', text: words.warning },
      { type: 'status', status },
      { type: 'paragraph', text: words.paragraph },
      { type: 'paragraph', text: words.foreign, locale: foreign },
      {
        type: 'facts',
        rows: [words.lead, words.due].map(([label, text]) => ({ label, value: { text } })),
      },
      { type: 'heading', text: words.sub },
      {
        type: 'progress',
        title: words.progressTitle,
        words: words.progressWords,
        counts: COUNTS.map((count, at) => {
          const standing = STANDINGS[at];
          return { count, label: words.standings[at] ?? '', ...(standing && { standing }) };
        }),
      },
      {
        type: 'entries',
        entries: words.entries.map(([label, title, line], at) => ({
          label,
          title: { text: title },
          lines: [line],
          ask: { label, say: label },
          ...(at === 0 && { status }),
        })),
        more: { label: words.more, say: words.more },
      },
      { type: 'notice', tone: 'info', text: words.info },
      {
        type: 'sources',
        label: words.sources,
        citations: [
          status.source,
          { words: { text: words.source.replace('12', '14') }, key: 'p. 14' },
          { words: { text: words.foreign, locale: foreign }, url: 'https://example.org/other', key: 'other' },
        ],
      },
      { type: 'asks', label: words.asks, asks: words.next.map((say) => ({ label: say, say })) },
    ],
  };
}

function statusOf({ status, asAt, overdue, source }: Words): StatusLine {
  return {
    standing: { stage: 'in_progress', rating: 'at_risk' },
    words: status,
    asAt: '2025-02' as SourceDate,
    asAtWords: asAt,
    overdue: true,
    overdueWords: overdue,
    source: { words: { text: source }, url: 'https://example.org/report?page=12&part=1', key: 'report' },
  };
}
