import type { IsoDate } from '../domain/dates.ts';
import { crossChecks } from './cross-checks.ts';
import { entriesOf, type RawPack } from './entries.ts';
import { valueAt, type Finding } from './finding.ts';
import { check, type Checked } from './issues.ts';
import type { Pack } from './pack.ts';
import { itemsFile, planFile, progressFile } from './schema.ts';
import { toPack } from './to-pack.ts';

export interface CheckPackOptions {
  /** The name of the pack's folder, which must be the plan's id. */
  readonly folder: string;
  /** Statements as at a later day are refused; leave out where the day is only pretended. */
  readonly today?: IsoDate;
}

/** The pack that the files' content makes, or everything that is wrong with it, at once. */
export function checkPack(raw: RawPack, options: CheckPackOptions): Checked<Pack> {
  const plan = check(planFile, raw.plan, 'plan.yaml');
  const items = check(itemsFile, raw.items ?? { items: [] }, 'items.yaml');
  const progress = check(progressFile, raw.progress ?? { updates: [] }, 'progress.yaml');
  const entries = entriesOf(raw, {
    plan: plan.ok ? plan.value : undefined,
    items: items.ok ? items.value.items : undefined,
    updates: progress.ok ? progress.value.updates : undefined,
  });
  const findings = [
    ...[plan, items, progress].flatMap((file) => (file.ok ? [] : file.findings)),
    ...folderMismatch(raw, options.folder),
    ...crossChecks(raw, entries, options.today),
  ];
  if (findings.length > 0 || !plan.ok || !items.ok || !progress.ok) return { ok: false, findings };
  return { ok: true, value: toPack(plan.value, items.value.items, progress.value.updates) };
}

function folderMismatch(raw: RawPack, folder: string): readonly Finding[] {
  const id = valueAt(raw.plan, ['id']);
  if (typeof id !== 'string' || id === folder) return [];
  return [
    {
      file: 'plan.yaml',
      path: ['id'],
      problem: `\`id\` is not the name of the pack’s folder, "${folder}"`,
      remedy: 'Give both the same name.',
    },
  ];
}
