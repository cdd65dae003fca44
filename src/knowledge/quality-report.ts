import type { Item } from '../domain/model.ts';
import type { Quality } from '../domain/quality.ts';
import { QUALITY_WORDS as WORDS } from './quality-words.ts';

/** The report with every word chosen and nothing said about looks. */
export interface QualityReport {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly (readonly [label: string, value: string])[];
    /** Beneath the rows, one by one. */
    readonly lines: readonly string[];
  }[];
}

const MOST_NAMED = 12;

/** The quality of a plan in words. */
export function reportOf(quality: Quality): QualityReport {
  const { plan, today, staleMonths } = quality;
  return {
    title: WORDS.title(plan.title.en ?? plan.title.cy),
    intro: WORDS.day(today, staleMonths),
    sections: [
      { heading: WORDS.coverage, ...coverage(quality) },
      { heading: WORDS.freshness, ...freshness(quality) },
      {
        heading: WORDS.sources,
        rows: [
          ...quality.sources.map(
            ({ confidence, count }) => [WORDS.confidence[confidence], String(count)] as const,
          ),
          [WORDS.withoutLocator, String(quality.withoutLocator)],
        ],
        lines: [],
      },
      {
        heading: WORDS.welsh,
        rows: quality.welsh.map((each) => [WORDS.field(each), WORDS.cover(each.welsh, each.all)]),
        lines: [],
      },
      {
        heading: WORDS.gaps,
        rows: [
          [WORDS.withoutLead, named(quality.withoutLead)],
          [WORDS.withoutDue, named(quality.withoutDue)],
        ],
        lines: [],
      },
    ],
  };
}

type Body = Omit<QualityReport['sections'][number], 'heading'>;

function coverage({ coverage: kinds }: Quality): Body {
  const rows = kinds.map(
    ({ kind, held, declared, children }) => [WORDS.kind(kind), WORDS.held(held, declared, children)] as const,
  );
  return { rows, lines: rows.length === 0 ? [WORDS.nothing] : [] };
}

function freshness({ ages, closed, never, stale }: Quality): Body {
  return {
    rows: [
      [WORDS.closed, String(closed)],
      ...ages.map(
        ({ months, count }, index) => [WORDS.age(months, ages[index - 1]?.months), String(count)] as const,
      ),
      [WORDS.never, named(never)],
      [WORDS.stale, String(stale.length)],
    ],
    lines: stale
      .slice(0, MOST_NAMED)
      .map(({ item, asAt, ageDays }) => WORDS.aged(nameOf(item), asAt, ageDays)),
  };
}

function named(items: readonly Item[]): string {
  if (items.length === 0) return WORDS.none;
  return WORDS.some(
    items.length,
    items.slice(0, MOST_NAMED).map(nameOf),
    Math.max(0, items.length - MOST_NAMED),
  );
}

function nameOf({ kind, refs }: Item): string {
  return `${kind}-${refs[0] ?? ''}`;
}

/** For a terminal. */
export function toText({ title, intro, sections }: QualityReport): readonly string[] {
  return [
    title,
    intro,
    ...sections.flatMap(({ heading, rows, lines }) => [
      '',
      heading,
      ...rows.map(([label, value]) => `  ${label}: ${value}`),
      ...lines.map((line) => `    ${line}`),
    ]),
  ];
}

/** As a Markdown page. */
export function toMarkdown({ title, intro, sections }: QualityReport): readonly string[] {
  return [
    `# ${escaped(title)}`,
    '',
    escaped(intro),
    ...sections.flatMap(({ heading, rows, lines }) => [
      '',
      `## ${escaped(heading)}`,
      ...(rows.length === 0 ? [] : ['', '| | |', '|---|---|']),
      ...rows.map(([label, value]) => `| ${escaped(label)} | ${escaped(value)} |`),
      ...(lines.length === 0 ? [] : ['', ...lines.map((line) => `- ${escaped(line)}`)]),
    ]),
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\|*_`<[\]]/g, String.raw`\$&`).replace(/\s+/g, ' ');
}
