import { addMonths, daysBetween, firstDay, lastDay, type IsoDate } from '../domain/dates.ts';
import { ITEM_KINDS, type LocalText, type ProgressUpdate, type Subject } from '../domain/model.ts';
import { isClosed, oldestFirst, sameStanding } from '../domain/status.ts';
import type { Finding, PackFile, Path } from './finding.ts';
import type { Pack } from './pack.ts';
import { totalsTrouble } from './printed-totals.ts';
import { REMARKS } from './remark-words.ts';

/** Something about a pack that loads: it may be as its owner wants it (a notice), or cannot be right (a problem). */
export interface Remark extends Finding {
  readonly level: 'problem' | 'notice';
}

export interface RemarkOptions {
  readonly today: IsoDate;
  /** A statement about what is not closed is stale once it is older. */
  readonly staleMonths: number;
}

/** What is worth saying of a pack that is right in form, file by file and in order. */
export function remarksOn(pack: Pack, options: RemarkOptions): readonly Remark[] {
  return [
    ...coverage(pack),
    ...languages(pack),
    ...printedTotals(pack),
    ...dueBeforePublished(pack),
    ...contradictions(pack.updates),
    ...stale(pack.updates, options),
  ];
}

function coverage({ plan, items }: Pack): readonly Remark[] {
  const declared = ITEM_KINDS.flatMap((kind) => {
    const count = plan.declared[kind];
    const held = items.filter((item) => item.kind === kind && item.parent === undefined).length;
    if (count === undefined || count <= held) return [];
    return notice('plan.yaml', ['declared', kind], REMARKS.notAllHeld(kind, count, held));
  });
  const nothing = items.length === 0 && Object.keys(plan.declared).length === 0;
  return nothing ? [...declared, ...notice('items.yaml', [], REMARKS.noItems)] : declared;
}

/** Text in one language alone; one remark for each entry. */
function languages({ plan, items, facts, updates }: Pack): readonly Remark[] {
  const { title, summary, owners, notes } = plan;
  return [
    ...oneLanguage('plan.yaml', [], { title: [title], summary: [summary], owners, notes }),
    ...plan.themes.flatMap((theme, index) =>
      oneLanguage('plan.yaml', ['themes', index], {
        title: [theme.title],
        aim: [theme.aim],
        note: [theme.note],
      }),
    ),
    ...facts.flatMap((fact, index) => oneLanguage('plan.yaml', ['facts', index], { text: [fact.text] })),
    ...items.flatMap((item, index) =>
      oneLanguage('items.yaml', ['items', index], {
        title: [item.title],
        summary: [item.summary],
        leads: item.leads,
        addressees: item.addressees,
        note: [item.note],
      }),
    ),
    ...updates.flatMap((update, index) =>
      oneLanguage('progress.yaml', ['updates', index], {
        note: [update.note],
        reason: [update.reason],
        mitigation: [update.mitigation],
      }),
    ),
  ];
}

function oneLanguage(
  file: PackFile,
  path: Path,
  texts: Readonly<Record<string, readonly (LocalText | undefined)[]>>,
): readonly Remark[] {
  return (['cy', 'en'] as const).flatMap((locale) => {
    const without = Object.entries(texts).flatMap(([name, each]) =>
      each.some((text) => text !== undefined && text[locale] === undefined) ? [name] : [],
    );
    const [first] = without;
    if (first === undefined) return [];
    return notice(file, [...path, first, locale], REMARKS.oneLanguage(locale, without));
  });
}

function printedTotals({ facts }: Pack): readonly Remark[] {
  return facts.flatMap(({ text }, index) =>
    (['en', 'cy'] as const).flatMap((locale) =>
      totalsTrouble(text[locale] ?? '').flatMap((trouble) =>
        notice('plan.yaml', ['facts', index, 'text', locale], REMARKS.totals(trouble)),
      ),
    ),
  );
}

function dueBeforePublished({ plan, items }: Pack): readonly Remark[] {
  const { published } = plan;
  if (published === undefined) return [];
  return items.flatMap(({ due }, index) =>
    due !== undefined && lastDay(due) < firstDay(published)
      ? notice('items.yaml', ['items', index, 'due'], REMARKS.dueBeforePublished(published))
      : [],
  );
}

/** Of two statements of one judge about one thing on one day, learnt at one moment, nobody can say which holds. */
function contradictions(updates: readonly ProgressUpdate[]): readonly Remark[] {
  const first = new Map<string, ProgressUpdate>();
  return updates.flatMap((update, index) => {
    const key = [update.subject, update.asAt, update.assessedBy, update.recorded].join(' ');
    const before = first.get(key);
    if (!before) first.set(key, update);
    if (!before || sameStanding(before.standing, update.standing)) return [];
    const part = before.standing.stage === update.standing.stage ? 'rating' : 'stage';
    return [
      { level: 'problem', file: 'progress.yaml', path: ['updates', index, part], ...REMARKS.contradiction },
    ] as const;
  });
}

function stale(updates: readonly ProgressUpdate[], { today, staleMonths }: RemarkOptions): readonly Remark[] {
  const latest = new Map<Subject, { readonly update: ProgressUpdate; readonly index: number }>();
  updates.forEach((update, index) => {
    const before = latest.get(update.subject);
    if (!before || oldestFirst(before.update, update) <= 0) latest.set(update.subject, { update, index });
  });
  const limit = addMonths(today, -staleMonths);
  return [...latest.values()].flatMap(({ update, index }) => {
    if (isClosed(update.standing) || lastDay(update.asAt) >= limit) return [];
    const ageDays = daysBetween(lastDay(update.asAt), today);
    return notice('progress.yaml', ['updates', index, 'as_at'], REMARKS.stale(ageDays, staleMonths));
  });
}

function notice(file: PackFile, path: Path, said: Pick<Finding, 'problem' | 'remedy'>): readonly Remark[] {
  return [{ level: 'notice', file, path, ...said }];
}
