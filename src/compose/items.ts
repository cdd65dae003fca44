import type { Block, Entry } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Aspect } from '../domain/intent.ts';
import type { Item, ItemKind, PlanId, Source } from '../domain/model.ts';
import {
  citationOf,
  entryOf,
  factsBlock,
  heading,
  labelName,
  namesOf,
  notice,
  paragraph,
  reportOf,
  row,
  textOf,
  titleOfPlan,
} from './parts.ts';
import type { Draft, Setting } from './setting.ts';

/** Items are shown so many at a time. */
export const PAGE = 5;

export interface ItemList {
  readonly headline: string;
  readonly items: readonly Item[];
  readonly kind?: Draft['kind'];
  readonly aspect?: Aspect;
  /** How many were shown before: "more" goes on from there. */
  readonly from?: number;
  /** A heading for each group, in the order of the items. */
  readonly groupOf?: (item: Item) => string;
  readonly before?: readonly Block[];
  readonly after?: readonly Block[];
  readonly sources?: readonly Source[];
  readonly plans?: readonly PlanId[];
}

/** Several items, five at a time, with their statuses; what was asked of each said in a line of its own. */
export function composeItems(whole: Setting, list: ItemList): Draft {
  const setting = ofOnePlan(whole, list.items);
  const from = Math.min(list.from ?? 0, list.items.length);
  const shown = list.items.slice(from, from + PAGE);
  const last = from + shown.length;
  const more = last < list.items.length;
  return {
    kind: list.kind ?? 'items',
    headline: list.headline,
    blocks: [
      ...(from === 0 ? (list.before ?? []) : []),
      ...(setting.onePlan && !whole.onePlan ? planRow(setting, shown) : []),
      ...position(setting, from, last, list.items.length),
      ...entriesBlocks(setting, shown, list, more),
      ...(from === 0 ? (list.after ?? []) : []),
    ],
    items: list.items.map(({ id }) => id),
    shown: last,
    sources: [
      ...shown.map(({ source }) => source),
      ...statusSources(setting, shown),
      ...(from === 0 ? (list.sources ?? []) : []),
    ],
    plans: [...list.items.map(({ plan }) => plan), ...(list.plans ?? [])],
  };
}

/** Items of one plan among several name it once, above them. */
function ofOnePlan(setting: Setting, items: readonly Item[]): Setting {
  const [first] = items;
  const one = first !== undefined && items.every(({ plan }) => plan === first.plan);
  return one && setting.known.plans.length > 1 ? { ...setting, onePlan: true } : setting;
}

function planRow(setting: Setting, shown: readonly Item[]): readonly Block[] {
  const [first] = shown;
  if (!first) return [];
  return factsBlock([row(setting.say.item.fields.plan, titleOfPlan(setting, first.plan))]);
}

function position(setting: Setting, from: number, last: number, total: number): readonly Block[] {
  if (from > 0 && from === last) return [paragraph(setting.say.item.noMore)];
  return total > PAGE ? [paragraph(setting.say.item.showing(from + 1, last, total))] : [];
}

function entriesBlocks(
  setting: Setting,
  shown: readonly Item[],
  { groupOf, aspect }: ItemList,
  more: boolean,
): readonly Block[] {
  if (shown.length === 0) return [];
  const blocks: Block[] = [];
  let group: { readonly name: string | undefined; readonly entries: Entry[] } | undefined;
  for (const item of shown) {
    const name = groupOf?.(item);
    if (!group || group.name !== name) {
      group = { name, entries: [] };
      if (name !== undefined) blocks.push(heading(name));
      blocks.push({ type: 'entries', entries: group.entries });
    }
    group.entries.push(entryOf(setting, item, aspectLines(setting, item, aspect)));
  }
  const last = blocks.at(-1);
  if (more && last?.type === 'entries') blocks[blocks.length - 1] = { ...last, more: setting.say.ask.more };
  return blocks;
}

/** The line that says of each item what was asked of all; status, lead and due date stand in every entry. */
function aspectLines(setting: Setting, item: Item, aspect: Aspect | undefined): readonly string[] {
  const { item: say, words } = setting.say;
  const report = reportOf(setting, item);
  const theme = item.theme && setting.known.theme(item.theme);
  switch (aspect) {
    case 'reason':
    case 'mitigation':
      return report.known ? reasonLines(setting, report.latest) : [];
    case 'addressee':
      return item.addressees.length > 0 ? [say.addresseeLine(namesOf(setting, item.addressees).text)] : [];
    case 'response':
      return item.response === undefined ? [] : [say.responseLine(words.response(item.response))];
    case 'theme':
      return theme ? [say.themeLine(textOf(setting, theme.title))] : [];
    case 'source':
    case 'confidence':
      return [setting.say.plan.factSource(citationOf(setting, item.source).words.text)];
    case 'overview':
    case 'status':
    case 'lead':
    case 'due':
    case 'age':
    case 'match':
    case undefined:
      return [];
    default:
      return assertNever(aspect);
  }
}

function reasonLines(
  setting: Setting,
  update: Extract<ReturnType<typeof reportOf>, { known: true }>['latest'],
): readonly string[] {
  const { item: say } = setting.say;
  const lines: string[] = [];
  if (update.reason) lines.push(say.reasonLine(textOf(setting, update.reason)));
  if (update.mitigation) lines.push(say.mitigationLine(textOf(setting, update.mitigation)));
  return lines;
}

function statusSources(setting: Setting, items: readonly Item[]): readonly Source[] {
  return items.flatMap((item) => {
    const report = reportOf(setting, item);
    return report.known ? [report.latest.source] : [];
  });
}

/** That more may exist than is held, of the plans and kinds that the list could have drawn on: one notice for all. */
export function holdingNotices(
  setting: Setting,
  plans: readonly PlanId[],
  kinds: readonly ItemKind[] | undefined,
): readonly Block[] {
  const { item: say, words } = setting.say;
  const gaps = plans.flatMap((plan) =>
    setting.known
      .coverageOf(plan)
      .filter(({ kind, declared, held }) => (!kinds || kinds.includes(kind)) && (declared ?? 0) > held)
      .map(({ kind, declared, held }) => ({
        title: labelName(setting, plan),
        kind,
        held,
        declared: declared ?? held,
      })),
  );
  const [only, ...others] = gaps;
  if (!only) return [];
  if (others.length === 0) return [notice(say.heldOf(only.title, only.held, only.declared, only.kind))];
  return [notice(say.heldOfMany(words.names([...new Set(gaps.map(({ title }) => title))])))];
}
