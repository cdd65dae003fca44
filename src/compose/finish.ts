import type { Answer, Ask, Block, StatusLine, Wording } from '../domain/answer.ts';
import type { PlanId, Source } from '../domain/model.ts';
import { citationOf, planTitle } from './parts.ts';
import type { Draft, Setting } from './setting.ts';

const MOST_ITEMS = 50;
const MOST_ASKS = 5;

/** The finished answer. `notes` are said first: what was read differently, which plan was assumed. */
export function finish(setting: Setting, draft: Draft, notes: readonly Block[] = []): Answer {
  const blocks = [...fictionalNotice(setting, draft.plans ?? []), ...notes, ...(draft.blocks ?? [])];
  return {
    locale: setting.locale,
    kind: draft.kind,
    headline: draft.headline,
    blocks: [
      ...blocks,
      ...languageNotice(setting, blocks),
      ...sourcesBlock(setting, draft.sources ?? [], blocks),
      ...asksBlock(setting, draft.asks ?? []),
    ],
    items: (draft.items ?? []).slice(0, MOST_ITEMS),
    private: draft.private ?? false,
  };
}

/** Says of invented plans that they are invented; nothing where none is. */
export function fictionalNotice(setting: Setting, plans: readonly PlanId[]): readonly Block[] {
  const invented = [...new Set(plans)].flatMap((id) => {
    const plan = setting.known.plan(id);
    return plan?.fictional ? [planTitle(setting, plan)] : [];
  });
  if (invented.length === 0) return [];
  const text = setting.say.plan.fictional(setting.say.words.names(invented));
  return [{ type: 'notice', tone: 'warning', text }];
}

/** The sources, each line once, and none that a status in the blocks above already carries. */
export function sourcesBlock(
  setting: Setting,
  sources: readonly Source[],
  above: readonly Block[] = [],
): readonly Block[] {
  const citations = sources.map((source) => citationOf(setting, source));
  const lines = new Map(citations.map((citation) => [citation.words.text + citation.key, citation]));
  for (const { source } of above.flatMap(statusesIn)) lines.delete(source.words.text + source.key);
  if (lines.size === 0) return [];
  return [{ type: 'sources', label: setting.say.talk.sources, citations: [...lines.values()] }];
}

function statusesIn(block: Block): readonly StatusLine[] {
  if (block.type === 'status') return [block.status];
  return block.type === 'entries' ? block.entries.flatMap(({ status }) => status ?? []) : [];
}

function asksBlock(setting: Setting, asks: readonly Ask[]): readonly Block[] {
  if (asks.length === 0) return [];
  const distinct = [...new Map(asks.map((ask) => [ask.say, ask])).values()];
  return [{ type: 'asks', label: setting.say.talk.asks, asks: distinct.slice(0, MOST_ASKS) }];
}

function languageNotice(setting: Setting, blocks: readonly Block[]): readonly Block[] {
  const other = blocks
    .flatMap(wordingsOf)
    .find(({ locale }) => locale !== undefined && locale !== setting.locale);
  if (other?.locale === undefined) return [];
  return [{ type: 'notice', tone: 'info', text: setting.say.item.onlyIn(other.locale) }];
}

function wordingsOf(block: Block): readonly Wording[] {
  if (block.type === 'paragraph') return [block];
  if (block.type === 'facts') return block.rows.map(({ value }) => value);
  if (block.type === 'entries') return block.entries.map(({ title }) => title);
  return [];
}
