/** The words for one nation, folded: a plan that has one of them among its names answers to all. */
export const NATIONS: readonly (readonly string[])[] = [
  ['wales', 'welsh', 'cymru', 'cymreig'],
  ['scotland', 'scottish', 'scots', 'alban', 'albanaidd'],
  ['england', 'english', 'lloegr', 'seisnig'],
  ['ireland', 'irish', 'iwerddon'],
];

/** Names of nations that say which plan is meant even where no word for "plan" stands by. */
export const NATION_NAMES: ReadonlySet<string> = new Set([
  'wales',
  'cymru',
  'scotland',
  'alban',
  'england',
  'lloegr',
  'ireland',
  'iwerddon',
]);

/** Words for a plan itself, folded and in their radical forms: they say that a plan is meant, not which. */
export const PLAN_NOUNS: ReadonlySet<string> = new Set([
  'plan',
  'plans',
  'report',
  'reports',
  'strategy',
  'strategies',
  'programme',
  'document',
  'framework',
  'pack',
  'cynllun',
  'cynlluniau',
  'adroddiad',
  'strategaeth',
  'rhaglen',
  'dogfen',
  'fframwaith',
]);

/** Those of Welsh, after which a plan's name stands. */
export const WELSH_PLAN_NOUNS: ReadonlySet<string> = new Set([
  'cynllun',
  'cynlluniau',
  'adroddiad',
  'strategaeth',
  'rhaglen',
  'dogfen',
  'fframwaith',
]);

/** Words for what a plan is made of: with a nation's word beside them they mean that nation's plan. */
export const ITEM_NOUNS: ReadonlySet<string> = new Set(
  'action actions recommendation recommendations call calls item items milestone milestones theme themes cam camau gweithred gweithredoedd argymhelliad argymhellion galwad galwadau eitem eitemau carreg cerrig thema themau'.split(
    ' ',
  ),
);

/** Words that say how items stand, which English puts between a nation and its items: "the Scottish overdue actions". */
export const STANDING_WORDS: ReadonlySet<string> = new Set(
  'at risk overdue late delayed open outstanding completed complete finished done red amber green blue on off track new current remaining other same first last next'.split(
    ' ',
  ),
);

/** Small words that may stand between the words of a plan's name. */
export const NAME_LINKS: ReadonlySet<string> = new Set([
  'the',
  'of',
  'for',
  'from',
  'by',
  'and',
  'y',
  'yr',
  'ar',
  'gyfer',
  'gan',
  'o',
  'i',
  'a',
  'yng',
  'yn',
  'ym',
  'in',
  'published',
]);
