import type { ItemKind } from '../../domain/model.ts';
import type { Ask } from '../../domain/answer.ts';

/** Buttons: `say` is a sentence that a person could have typed and that the bot understands. */
export interface AskMessages {
  more: Ask;
  item(kind: ItemKind, ref: string, plan: string | undefined): Ask;
  titled(title: string): Ask;
  plans: Ask;
  plan(title: string, name: string): Ask;
  status(name: string): Ask;
  themes(name: string): Ask;
  coverage(name: string): Ask;
  atRisk: Ask;
  overdue: Ask;
  changes: Ask;
  history(kind: ItemKind, ref: string, plan: string | undefined): Ask;
  calls: Ask;
  digest: Ask;
  language: Ask;
  help: Ask;
}
