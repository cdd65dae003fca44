import type { ItemId } from '../../src/domain/model.ts';
import type { Batch, Said } from './ask-all.ts';
import { contractOf } from './contract.ts';
import { differences, type Fault } from './judge.ts';
import { readFolder, type Asked } from './sheet.ts';

/** A question, its answer and what is wrong with it. */
export interface Judged extends Asked {
  readonly said: Said;
  readonly faults: readonly Fault[];
}

export interface GoldenRun {
  readonly judged: readonly Judged[];
  /** Of the question files; nothing is asked while there are any but repeated questions. */
  readonly problems: readonly string[];
}

/** Asks all questions of a folder through the batch command and judges each answer. */
export async function runGolden(batch: Batch, folder: string, only = ''): Promise<GoldenRun> {
  const { asked, problems } = readFolder(
    folder,
    (id) => batch.library.item(id as ItemId) !== undefined,
    only,
  );
  const said = await batch.ask(
    asked.map(({ conversation, expected }) => ({ conversation, text: expected.ask })),
  );
  const { broken } = contractOf(batch.library);
  const judged = asked.map((each, index): Judged => {
    const answer = said[index];
    if (!answer) throw new Error(`${each.where}: not answered`);
    return {
      ...each,
      said: answer,
      faults: [...differences(each.expected, answer), ...broken(each, answer)],
    };
  });
  return { judged, problems };
}

/** The kind that a question is counted under: the first that is right, or the one that it must not be. */
export function kindOf({ expected: { kind, not } }: Asked): string {
  const [first] = [kind ?? []].flat();
  return first ?? `not ${not?.join(', ') ?? ''}`;
}
