import type { Answer, Block, Entry } from '../domain/answer.ts';
import { daysBetween, lastDay } from '../domain/dates.ts';
import type { PlanId, Source } from '../domain/model.ts';
import type { Change } from '../domain/status.ts';
import type { DigestSummary, ItemStatus } from '../domain/summary.ts';
import { finish } from './finish.ts';
import {
  asAtWords,
  entryOf,
  factsBlock,
  heading,
  labelOf,
  paragraph,
  planTitle,
  row,
  standingWords,
  statusLine,
  textOf,
} from './parts.ts';
import type { Setting } from './setting.ts';

/** So many of each list are shown; the rest is counted. */
const MOST_SHOWN = 5;

/** The digest in one language: one post of steady height, the changes first. */
export function composeDigest(wider: Setting, summary: DigestSummary): Answer {
  // Of one plan alone its items need not name it.
  const setting: Setting = { ...wider, known: { ...wider.known, plans: summary.plans } };
  const { digest: say } = setting.say;
  const { from, to } = summary.window;
  const moves = [...summary.completed, ...summary.changes];
  return finish(setting, {
    kind: 'changes',
    headline: moves.length === 0 ? say.headlineNone(from, to) : say.headline(moves.length, from, to),
    blocks: [
      ...section(
        say.completed(summary.completed.length),
        summary.completed,
        (move) => movedEntry(setting, move),
        setting,
      ),
      ...section(
        say.changes(summary.changes.length),
        summary.changes,
        (move) => movedEntry(setting, move),
        setting,
      ),
      ...section(
        say.atRisk(summary.atRisk.length),
        summary.atRisk,
        (one) => riskEntry(setting, one),
        setting,
      ),
      ...section(
        say.overdue(summary.overdue.length),
        summary.overdue,
        (one) => overdueEntry(setting, one),
        setting,
      ),
      ...section(
        say.dueSoon(summary.dueSoon.length),
        summary.dueSoon,
        ({ item }) => entryOf(setting, item),
        setting,
      ),
      ...heldBlocks(setting, summary),
      paragraph(say.stopHint),
    ],
    items: moves.map(({ item }) => item.id),
    plans: plansTold(summary),
    sources: sourcesTold(summary),
  });
}

/** A heading that counts, the first few entries, and how many more there are; nothing for an empty list. */
function section<T>(
  title: string,
  list: readonly T[],
  entry: (one: T) => Entry,
  setting: Setting,
): readonly Block[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, MOST_SHOWN).map(entry);
  const rest = list.length - shown.length;
  return [
    heading(title),
    { type: 'entries', entries: shown },
    ...(rest > 0 ? [paragraph(setting.say.digest.more(rest))] : []),
  ];
}

function movedEntry(setting: Setting, { item, from, to }: Change): Entry {
  const { time } = setting.say;
  const after = standingWords(setting, to);
  const line = from
    ? time.moved(standingWords(setting, from), asAtWords(setting, from), after, asAtWords(setting, to))
    : time.first(after, asAtWords(setting, to));
  const entry = entryOf(setting, item);
  return { ...entry, status: statusLine(setting, to, item), lines: [line] };
}

function riskEntry(setting: Setting, { item, status }: ItemStatus): Entry {
  const { reasonLine, mitigationLine } = setting.say.item;
  const { reason, mitigation } = status.known ? status.latest : {};
  return entryOf(setting, item, [
    ...(reason ? [reasonLine(textOf(setting, reason))] : []),
    ...(mitigation ? [mitigationLine(textOf(setting, mitigation))] : []),
  ]);
}

function overdueEntry(setting: Setting, { item }: ItemStatus): Entry {
  const days = item.due === undefined ? 0 : daysBetween(lastDay(item.due), setting.today);
  return entryOf(setting, item, [setting.say.digest.overdueDays(days)]);
}

/** The oldest statement, and how much of what the documents have is held. */
function heldBlocks(setting: Setting, { oldest, withoutStatus, coverage }: DigestSummary): readonly Block[] {
  const { digest: say, plan } = setting.say;
  const rows = coverage.flatMap((each) =>
    each.rows.map((held) =>
      row(
        planTitle(setting, each.plan),
        plan.coverageRow(held.kind, held.declared, held.held, held.withoutStatus),
      ),
    ),
  );
  return [
    heading(say.coverageLabel),
    ...(oldest
      ? [paragraph(say.oldest(labelOf(setting, oldest.item), asAtWords(setting, oldest.update)))]
      : []),
    ...(withoutStatus > 0 ? [paragraph(say.withoutStatus(withoutStatus))] : []),
    ...factsBlock(rows),
  ];
}

function plansTold({ plans }: DigestSummary): readonly PlanId[] {
  return plans.map(({ id }) => id);
}

function sourcesTold(summary: DigestSummary): readonly Source[] {
  const moves = [...summary.completed, ...summary.changes].slice(0, MOST_SHOWN).map(({ to }) => to.source);
  const standings = [...summary.atRisk.slice(0, MOST_SHOWN), ...summary.overdue.slice(0, MOST_SHOWN)];
  const stated = standings.flatMap(({ status }) => (status.known ? [status.latest.source] : []));
  return [...moves, ...stated, ...(summary.oldest ? [summary.oldest.update.source] : [])];
}

/** The digest as it would be today, said to be a preview. */
export function composePreview(setting: Setting, digest: Answer): Answer {
  return {
    ...digest,
    kind: 'subscribe',
    items: [],
    blocks: [paragraph(setting.say.digest.preview), ...digest.blocks],
  };
}
