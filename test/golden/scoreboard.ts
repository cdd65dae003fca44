import { table } from '../../bench/table.ts';
import { kindOf, type GoldenRun, type Judged } from './run.ts';

export interface Score {
  readonly name: string;
  readonly asked: number;
  readonly right: number;
}

export interface Scoreboard {
  readonly languages: readonly Score[];
  /** Sets, and the labels within them. */
  readonly sets: readonly Score[];
  readonly kinds: readonly Score[];
  /** Dialogues of which every turn is right. */
  readonly dialogues: Score;
  readonly distress: readonly DistressScore[];
  readonly outside: readonly OutsideScore[];
  readonly faults: readonly Score[];
}

export interface DistressScore {
  readonly name: string;
  readonly messages: number;
  readonly signposted: number;
  readonly ordinary: number;
  readonly falseAlarms: number;
}

export interface OutsideScore {
  readonly name: string;
  readonly asked: number;
  readonly withItems: number;
  readonly withSources: number;
}

export function scoreboardOf({ judged }: Pick<GoldenRun, 'judged'>): Scoreboard {
  const turns = judged.filter(({ turn }) => turn !== undefined);
  const dialogues = [...grouped(turns, ({ conversation }) => conversation).values()];
  return {
    languages: tally(judged, ({ language }) => [language]),
    sets: tally(judged, setsOf),
    kinds: tally(judged, (each) => [`${each.language} ${kindOf(each)}`]),
    dialogues: {
      name: 'dialogues right in every turn',
      asked: dialogues.length,
      right: dialogues.filter((each) => each.every(isRight)).length,
    },
    distress: distressOf(judged),
    outside: outsideOf(judged),
    faults: tally(
      judged.filter((each) => !isRight(each)),
      ({ faults }) => [...new Set(faults.map(({ about }) => about))],
    ),
  };
}

export function isRight({ faults }: Judged): boolean {
  return faults.length === 0;
}

function setsOf({ set, label, language, turn }: Judged): readonly string[] {
  if (turn !== undefined) return [set, `${set} ${language}`];
  return label === undefined ? [set] : [set, `${set} ${label}`];
}

function tally(judged: readonly Judged[], namesOf: (each: Judged) => readonly string[]): readonly Score[] {
  const scores = new Map<string, { asked: number; right: number }>();
  for (const each of judged) {
    for (const name of namesOf(each)) {
      const { asked, right } = scores.get(name) ?? { asked: 0, right: 0 };
      scores.set(name, { asked: asked + 1, right: right + (isRight(each) ? 1 : 0) });
    }
  }
  return [...scores].map(([name, score]) => ({ name, ...score })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function grouped(
  judged: readonly Judged[],
  nameOf: (each: Judged) => string,
): ReadonlyMap<string, readonly Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const name = nameOf(each);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(each);
  }
  return groups;
}

function distressOf(judged: readonly Judged[]): readonly DistressScore[] {
  const sets = grouped(
    judged.filter(({ label }) => label === 'distress' || label === 'ordinary'),
    ({ set }) => set,
  );
  return [...sets].map(([name, all]) => {
    const messages = all.filter(({ label }) => label === 'distress');
    const ordinary = all.filter(({ label }) => label === 'ordinary');
    const signposts = (some: readonly Judged[]): number =>
      some.filter(({ said }) => said.kind === 'signpost').length;
    return {
      name,
      messages: messages.length,
      signposted: signposts(messages),
      ordinary: ordinary.length,
      falseAlarms: signposts(ordinary),
    };
  });
}

function outsideOf(judged: readonly Judged[]): readonly OutsideScore[] {
  const sets = grouped(
    judged.filter(({ label }) => label === 'far' || label === 'near'),
    ({ set, label }) => `${set} ${label}`,
  );
  return [...sets].map(([name, all]) => ({
    name,
    asked: all.length,
    withItems: all.filter(({ said }) => said.items.length > 0).length,
    withSources: all.filter(({ said }) => said.sources.length > 0 && said.kind !== 'not-held').length,
  }));
}

/** The scoreboard as tables. */
export function printed(board: Scoreboard): string {
  const parts = [
    scores('language', board.languages),
    scores('set', [...board.sets, board.dialogues]),
    scores('kind', board.kinds),
    table([
      ['distress', 'messages', 'signposted', 'recall', 'ordinary', 'false alarms'],
      ...board.distress.map(({ name, messages, signposted, ordinary, falseAlarms }) => [
        name,
        String(messages),
        String(signposted),
        percent(signposted, messages),
        String(ordinary),
        String(falseAlarms),
      ]),
    ]),
    table([
      ['outside', 'asked', 'answered with items', 'answered with sources (but not-held)'],
      ...board.outside.map(({ name, asked, withItems, withSources }) => [
        name,
        String(asked),
        String(withItems),
        String(withSources),
      ]),
    ]),
    table([['wrong in', 'answers'], ...board.faults.map(({ name, asked }) => [name, String(asked)])]),
  ];
  return parts.join('\n\n');
}

function scores(what: string, rows: readonly Score[]): string {
  const cells = rows.map(({ name, asked, right }) => [
    name,
    String(asked),
    String(right),
    percent(right, asked),
  ]);
  return table([[what, 'asked', 'right', ''], ...cells]);
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Each failure in two lines, grouped by set and kind. */
export function failures(judged: readonly Judged[]): string {
  const wrong = judged.filter((each) => !isRight(each));
  const groups = grouped(
    wrong,
    (each) => `${each.set}${each.label ? ` ${each.label}` : ''}: ${kindOf(each)}`,
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, some]) => [`${name} (${some.length})`, ...some.map(failure)].join('\n'))
    .join('\n\n');
}

function failure({ where, conversation, turn, expected, said, faults, why }: Judged): string {
  const inDialogue = turn === undefined ? '' : ` [${conversation}, turn ${turn}]`;
  const wrong = faults.map(({ about, says }) => `${about}: ${says}`).join('; ');
  const items = said.items.slice(0, 5).join(' ');
  return `  ${where}${inDialogue} ${JSON.stringify(expected.ask)}\n    ${wrong}; came ${said.kind} [${items}] in ${said.language}; because ${why}`;
}
