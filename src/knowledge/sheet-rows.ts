import type { Item, LocalText, Plan, ProgressUpdate, Source, Subject } from '../domain/model.ts';
import { openAbouts } from './about.ts';
import { parentNames } from './cross-checks.ts';
import type { Pack } from './pack.ts';
import type { SheetName } from './sheet-columns.ts';

/** The filled cells of a row by column name. */
export type Cells = Readonly<Partial<Record<string, string>>>;
export type SheetRows = Readonly<Record<SheetName, readonly Cells[]>>;

/** A pack as the rows of sheets that an import would make it of, over what the columns hold. */
export function rowsOfPack(pack: Pack): SheetRows {
  const { plan, items, facts, updates } = pack;
  const themes = themeCells(plan);
  const parents = parentCells(items);
  const subjects = subjectCells(pack);
  return {
    items: items.map((item) => itemRow(item, themes.get(item.theme), parents(item))),
    progress: updates.map((update) => progressRow(plan, update, subjects(update.subject))),
    plans: [planRow(plan)],
    themes: plan.themes.map(({ ref, title }) => filled({ plan: plan.id, ref, ...words('title', title) })),
    facts: facts.map((fact) =>
      filled({
        plan: plan.id,
        topic: fact.topic,
        date: fact.date,
        ...words('text', fact.text),
        tags: list(fact.tags),
        audience: fact.audience,
        ...sourceCells(fact.source),
      }),
    ),
  };
}

function itemRow(item: Item, theme: string | undefined, parent: string | undefined): Cells {
  const [ref, ...others] = item.refs;
  return filled({
    plan: item.plan,
    kind: item.kind,
    ref,
    theme,
    ...words('title', item.title),
    ...words('summary', item.summary),
    ...names('leads', item.leads),
    ...names('addressees', item.addressees),
    due: item.due,
    due_was: list(item.dueWas),
    parent,
    other_refs: list(others),
    tags: list(item.tags),
    response: item.response,
    audience: item.audience,
    ...sourceCells(item.source),
  });
}

function progressRow(plan: Plan, update: ProgressUpdate, ref: string): Cells {
  const { standing, reason, mitigation } = update;
  return filled({
    plan: plan.id,
    ref,
    as_at: update.asAt,
    stage: standing.stage,
    rating: standing.rating,
    source_label: update.sourceLabel,
    ...words('note', update.note),
    reason: reason?.en,
    reason_cy: reason?.cy,
    mitigation: mitigation?.en,
    mitigation_cy: mitigation?.cy,
    assessed_by: update.assessedBy,
    recorded: update.recorded.replace(/T00:00:00\.000Z$/, ''),
    audience: update.audience,
    ...sourceCells(update.source),
  });
}

function planRow(plan: Plan): Cells {
  const { declared } = plan;
  const count = (number: number | undefined) => (number === undefined ? undefined : String(number));
  return filled({
    plan: plan.id,
    ...words('title', plan.title),
    ...names('owners', plan.owners),
    published: plan.published,
    audience: plan.audience,
    declared_actions: count(declared.action),
    declared_recommendations: count(declared.recommendation),
    declared_calls_to_action: count(declared['call-to-action']),
    ...sourceCells(plan.source),
  });
}

function sourceCells({ document, locator, url, confidence }: Source): Cells {
  return filled({
    source_document: document.en,
    source_document_cy: document.cy,
    source_locator: locator,
    source_url: url,
    confidence,
  });
}

function words(name: string, text: LocalText | undefined) {
  return { [`${name}_en`]: text?.en, [`${name}_cy`]: text?.cy };
}

/** A name that is missing in a language leaves its place empty, so that the others keep theirs. */
function names(name: string, texts: readonly LocalText[]) {
  const of = (locale: 'en' | 'cy') =>
    texts.some((text) => text[locale] !== undefined)
      ? texts.map((text) => text[locale] ?? '').join('; ')
      : undefined;
  return { [name]: of('en'), [`${name}_cy`]: of('cy') };
}

function list(members: readonly string[]): string | undefined {
  return members.length === 0 ? undefined : members.join('; ');
}

function filled(cells: Readonly<Record<string, string | undefined>>): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined && cell !== ''));
}

/** By theme id: a title that no other theme answers to, else the ref. */
function themeCells({ themes }: Plan): ReadonlyMap<string | undefined, string> {
  const plain = (name: string | undefined) => name?.toLowerCase().replace(/\s+/g, ' ').trim();
  const answering = (name: string) =>
    themes.filter(({ ref, title }) => [title.en, title.cy, ref].some((each) => plain(each) === plain(name)));
  return new Map(
    themes.map(({ id, ref, title }) => {
      const name = title.en ?? title.cy;
      return [id, answering(name).length === 1 ? name : ref];
    }),
  );
}

function parentCells(items: readonly Item[]): (item: Item) => string | undefined {
  const byId = new Map<string, Item>(items.map((item) => [item.id, item]));
  const whole = new Set(items.map((item) => nameOf(item)));
  return ({ kind, parent: id }) => {
    const parent = id === undefined ? undefined : byId.get(id);
    if (!parent) return undefined;
    const ref = parent.refs[0] ?? '';
    const [found, ...others] = parentNames({ kind, parent: ref }, whole);
    return found === nameOf(parent) && others.length === 0 ? ref : nameOf(parent);
  };
}

/** The bare ref where an import would take it for that item, else the whole name. */
function subjectCells({ plan, items }: Pack): (subject: Subject) => string {
  const raw = items.map(({ kind, refs: [ref, ...other_refs] }) => ({ kind, ref, other_refs }));
  const aboutOf = openAbouts(
    raw,
    plan.themes.map(({ ref }) => ({ ref })),
  );
  const byId = new Map<Subject, { readonly bare?: string; readonly whole: string }>([
    [plan.id, { whole: 'plan' }],
    ...plan.themes.map(({ id, ref }) => [id, { whole: `theme-${ref}` }] as const),
    ...items.map((item) => [item.id, { whole: nameOf(item), bare: item.refs[0] ?? '' }] as const),
  ]);
  const cells = new Map<Subject, string>();
  for (const [subject, { bare, whole }] of byId) {
    const about =
      bare === undefined ? undefined : aboutOf({ sheet: 'progress', row: 0, cells: { ref: bare } });
    cells.set(subject, bare !== undefined && about?.ok === true && about.name === whole ? bare : whole);
  }
  return (subject) => cells.get(subject) ?? String(subject);
}

function nameOf({ kind, refs }: Item): string {
  return `${kind}-${refs[0] ?? ''}`;
}

/** What of a pack no sheet has a column for, by the keys of its files. */
export function beyondSheets({ plan, items, facts, vocabulary }: Pack): readonly string[] {
  const there: readonly (readonly [string, boolean])[] = [
    ['known_as', plan.knownAs.en.length + plan.knownAs.cy.length > 0],
    ['summary of the plan', plan.summary !== undefined],
    ['notes of the plan', plan.notes.length > 0],
    ['fictional', plan.fictional],
    ['aim of themes', plan.themes.some(({ aim }) => aim !== undefined)],
    ['note of themes', plan.themes.some(({ note }) => note !== undefined)],
    ['note of items', items.some(({ note }) => note !== undefined)],
    ['tied_to_plan of facts', facts.some(({ tiedToPlan }) => tiedToPlan !== undefined)],
    ['vocabulary.yaml', vocabulary !== undefined],
  ];
  return there.flatMap(([name, isThere]) => (isThere ? [name] : []));
}

/** Names and tags with a semicolon or line break in them, which a list cannot hold: they would be read as two. */
export function tornApart({ plan, items, facts }: Pack): readonly string[] {
  const both = (texts: readonly LocalText[]) => texts.flatMap(({ en, cy }) => [en ?? '', cy ?? '']);
  const members = [
    ...both(plan.owners),
    ...items.flatMap((item) => [...both(item.leads), ...both(item.addressees), ...item.tags, ...item.refs]),
    ...facts.flatMap((fact) => fact.tags),
  ];
  return [...new Set(members.filter((member) => /[;\n]/.test(member)))];
}
