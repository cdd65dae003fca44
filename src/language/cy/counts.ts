import type { CountMessages } from '../messages/counts.ts';
import { words } from './words.ts';

export const count: CountMessages = {
  declared: (plan, kind, declared, held) =>
    declared === held
      ? `${plan}: ${words.count(declared, kind)}, ac mae’r cyfan yma.`
      : `${plan}: ${words.count(declared, kind)} yn y ddogfen; nifer y rhai sydd yma: ${held}.`,
  declaredMany: (plan, declared, held) =>
    declared === undefined ? `${plan} – yma: ${held}.` : `${plan} – yn y ddogfen: ${declared}; yma: ${held}.`,
  heldOnly: (plan, kind, held) => `${plan}: ${words.count(held, kind)} yma.`,
  all: (plans, declared, held) =>
    `Mewn ${words.plans(plans)}: ${declared} yn y dogfennau; yr hyn sydd yma: ${held}.`,
  row: (kind, plan) => (plan === undefined ? kindPlural(kind) : `${kindPlural(kind)} (${plan})`),
  rowValue: (declared, held) =>
    declared === undefined ? `${held} yma` : `${declared} yn y ddogfen, ${held} yma`,
  matching: (count, kind) => `Mae ${words.count(count, kind)} yma yn cyfateb i hynny.`,
  none: (kind) => `Nid oes ${words.kinds(kind)} yma sy’n cyfateb i hynny.`,
  children: (count) => `Cyfrifwyd ar wahân, oddi tanynt: ${words.children(count)}.`,
  ofHeld: (held) => `Cyfrifwyd ymhlith yr hyn sydd yma: ${words.count(held)}.`,
};

function kindPlural(kind: Parameters<CountMessages['row']>[0]): string {
  const plural = words.kinds(kind);
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}
