/** Every word that the plan commands print, problems of packs and sheets apart; English, for the command line. */

export const USAGE = `Usage:
  plan new ID --title TITLE [--title-cy TEITL] [--into DIR]
      begins a pack: YAML files with comments that say what goes where
  plan new [ID] --sheet F.xlsx
      makes an empty workbook with all sheets and columns, and examples that are not imported
  plan import [--into DIR] --xlsx F.xlsx
  plan import [--into DIR] [--items FILE] [--progress FILE] [--plans FILE] [--themes FILE] [--facts FILE]
      makes packs of a workbook, or of CSV files, Markdown tables or single sheets, one pack for each plan, in DIR;
      nothing is written unless every row is right
  plan export --plan ID [--from DIR] [--into F.xlsx | --csv DIR] [--replace]
      writes a pack as the sheets that an import reads
  plan check [--today YYYY-MM-DD] [--stale-months N] [DIR | F]…
      checks packs, folders of packs, workbooks or Markdown pages: problems (status 1) and notices (status 0)
  plan diff A B
      what differs between two packs, or what importing a workbook B would change in A: status 0 same, 1 different
  plan quality ID [--from DIR] [--today YYYY-MM-DD] [--stale-months N] [--markdown]
      coverage, freshness, sources, Welsh and gaps of a plan, for its owner
  plan prepare --into DIR FOLDER…
      parses the YAML files of the folders into DIR, from where the bot starts faster`;

export const PLAN_WORDS = {
  needsItems: 'name at least --items FILE or --xlsx FILE',
  needsPlan: 'name the plan with --plan ID',
  needsPrepare: 'name --into and a folder',
  needsId: 'name one plan by its id',
  needsTitle:
    'name the new plan and its title: new ID --title TITLE, or an empty workbook: new --sheet F.xlsx',
  noPlanId: (id: string) => `"${id}" is no plan id: write small letters, digits and single hyphens`,
  needsTwo: 'name two packs, folders of packs or spreadsheets',
  oneTarget: 'name either --into F.xlsx or --csv DIR',
  noCommand: 'say what to do',
  unknownCommand: (name: string) => `there is no "plan ${name}"`,
  belongsToNothing: (word: string) => `"${word}" belongs to no option`,
  wrongDay: (day: string) => `"${day}" is no day: write --today YYYY-MM-DD`,
  wrongMonths: (months: string) => `"${months}" is no number of months: write --stale-months 6`,

  problems: (count: number) => (count === 1 ? '1 problem' : `${count} problems`),
  notices: (count: number) => (count === 1 ? '1 notice' : `${count} notices`),
  nothingChanged: (problems: string) => `${problems}; nothing was changed.`,
  written: (id: string, into: string) => `Written: ${id} (in ${into})`,
  unchanged: (id: string) => `Unchanged: ${id}`,
  takenOut: (id: string) => `Taken out, for the sheet no longer has it: ${id}`,
  prepared: (count: number) => `Prepared: ${count} files`,
  right: (id: string, counts: string) => `Right: ${id} (${counts})`,
  notice: (line: string) => `Notice: ${line}`,

  noPlan: (id: string, near: string | undefined) =>
    `There is no plan "${id}".${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  exported: (id: string, path: string) => `Exported: ${id} (${path})`,
  alreadyThere: (path: string) =>
    `${path} is there already. Name another, or write --replace where it may go.`,
  cannotWrite: (path: string, why: string) => `${path} cannot be written (${why}). Name another place.`,
  beyondSheets: (names: string) =>
    `Not in the sheets, which have no columns for it: ${names}. Importing over the pack keeps it.`,
  tornApart: (members: string) =>
    `These have a semicolon or a line break, and a list would read each as two: ${members}. Write them otherwise in the pack.`,
  begun: (path: string) => `Begun: ${path}`,
  inTheWay: (path: string) => `${path} is there already. Name another.`,
  takenId: (id: string, where: string) => `There is a plan "${id}" already, in ${where}. Choose another id.`,

  same: 'No difference',
  differences: (count: number) => (count === 1 ? '1 difference' : `${count} differences`),
  difference: (how: 'added' | 'removed' | 'changed', what: string, name: string) =>
    `${how === 'added' ? '+' : how === 'removed' ? '-' : '~'} ${what} ${how}: ${name}`,
  change: (from: string | undefined, to: string | undefined) => {
    if (from === undefined) return JSON.stringify(to);
    return to === undefined
      ? `${JSON.stringify(from)} → nothing`
      : `${JSON.stringify(from)} → ${JSON.stringify(to)}`;
  },
} as const;
