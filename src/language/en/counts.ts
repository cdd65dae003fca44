import type { CountMessages } from '../messages/counts.ts';
import { words } from './words.ts';

export const count: CountMessages = {
  declared: (plan, kind, declared, held) =>
    declared === held
      ? `${plan}: ${words.count(declared, kind)}, all of them held here.`
      : `${plan}: the document has ${words.count(declared, kind)}, of which ${held} ${held === 1 ? 'is' : 'are'} held here.`,
  declaredMany: (plan, declared, held) =>
    declared === undefined
      ? `${plan}: held here: ${held}.`
      : `${plan}: in the document: ${declared}; held here: ${held}.`,
  heldOnly: (plan, kind, held) => `${plan}: ${words.count(held, kind)} held here.`,
  all: (plans, declared, held) =>
    `In ${words.plans(plans)}: ${declared} in the documents, ${held} held here.`,
  row: (kind, plan) => (plan === undefined ? kindPlural(kind) : `${kindPlural(kind)} (${plan})`),
  rowValue: (declared, held) =>
    declared === undefined ? `${held} held` : `${declared} in the document, ${held} held`,
  matching: (count, kind) => `${words.count(count, kind)} held here ${count === 1 ? 'fits' : 'fit'} that.`,
  none: (kind) => `No ${words.kinds(kind)} held here fit that.`,
  children: (count) => `Counted apart, beneath them: ${words.children(count)}.`,
  ofHeld: (held) => `Counted among ${words.count(held)} held here.`,
};

function kindPlural(kind: Parameters<CountMessages['row']>[0]): string {
  const plural = words.kinds(kind);
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}
