import { qualityOf } from '../domain/quality.ts';
import { remarkOptions, wrongDates } from './plan-check.ts';
import type { Command } from './plan-deps.ts';
import { openPack } from './plan-export.ts';
import { PLAN_WORDS } from './plan-words.ts';
import { reportOf, toMarkdown, toText } from './quality-report.ts';

export const qualityCommand: Command = {
  options: ['from', 'today', 'stale-months'],
  flags: ['markdown'],
  wrong: (given) => (given.rest.length === 1 ? wrongDates(given) : PLAN_WORDS.needsId),
  run: async (given, deps) => {
    const pack = await openPack(given.rest[0] ?? '', given, deps);
    if (!pack) return 1;
    const { today, staleMonths } = remarkOptions(given, deps.today);
    const report = reportOf(qualityOf(pack, today, staleMonths));
    for (const line of given.flags.has('markdown') ? toMarkdown(report) : toText(report)) deps.out(line);
    return 0;
  },
};
