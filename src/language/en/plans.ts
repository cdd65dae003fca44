import type { PlanMessages } from '../messages/plans.ts';
import { words } from './words.ts';

export const plan: PlanMessages = {
  headline: (title, owners, published) =>
    [title, owners && `by: ${owners}`, published && `published ${words.at(published)}`]
      .filter(Boolean)
      .join('; ') + '.',
  plans: (count) => `Held here: ${words.plans(count)}.`,
  noPlans: 'No plan is held here yet.',
  fields: {
    owners: 'Owners',
    published: 'Published',
    themes: 'Themes',
    held: 'Contents',
    atRisk: 'At risk or off track',
    overdue: 'Overdue',
    nextDue: 'Next due',
    oldest: 'Oldest statement',
    standing: 'Status',
    withoutStatus: 'Status not published',
    title: 'Title',
  },
  ownersLine: (owners) => `Owners: ${owners}`,
  publishedLine: (date) => `Published: ${words.date(date)}`,
  holding: (declared, held) =>
    declared === undefined ? `Held here: ${held}` : `In the document: ${declared}. Held here: ${held}`,
  fictional: (titles) => `This plan is invented, for demonstration only; nothing about it is real: ${titles}`,
  themesHeadline: (title, count) => `${title}: ${words.themes(count)}.`,
  themesNone: (title) => `${title}: no themes are held here.`,
  themesAll: (count) => `Themes of ${words.plans(count)}.`,
  themeLabel: (ref) => `Theme ${ref}`,
  themeItems: (count) => `Held under it: ${words.count(count)}`,
  statusHeadline: (title, counts) => `${title}: ${counts}.`,
  statusUnpublished: (title) =>
    `${title}: no progress has been published in the sources held. That does not mean that nothing has started.`,
  statusStated: (title, standing, asAt) => `${title}: reported as “${standing}”, ${asAt}.`,
  statusThemes: (title, count) =>
    `${title}: no status is held for individual items; there are statements about ${words.themes(count)}.`,
  statusAll: (count) => `How ${words.plans(count)} stand.`,
  statusTheme: (theme, counts) => `${theme}: ${counts}.`,
  progressTitle: (title) => `Progress: ${title}`,
  progressWords: (counts) => `${counts}.`,
  progressTotal: (count) => `${words.count(count)} in all.`,
  progressCount: (label, count) => `${label}: ${count}`,
  oldest: (label, asAt) => `${label}, ${asAt}`,
  atRiskHeading: 'At risk or off track',
  overdueHeading: 'Overdue',
  themesHeading: 'By theme',
  statementsHeading: 'Statements about the plan as a whole',
  coverageHeadline: (title) => `What is held of this plan, and what is not: ${title}`,
  coverageAll: (count) => `What is held of ${words.plans(count)}, and what is not.`,
  coverageRow: (kind, declared, held, withoutStatus) =>
    `${declared === undefined ? `${words.count(held, kind)} held; how many the document has is not known` : `${words.count(declared, kind)} in the document, ${held} held`}${withoutStatus === 0 ? '' : `; status not published for ${withoutStatus} of those held`}`,
  coverageFacts: (count) => `Held about it: ${words.facts(count)}.`,
  coverageWhole: 'All that the document says it has is held.',
  coverageGap: (kind, missing) => `Not held: ${words.count(missing, kind)}`,
  coverageChildren: (count) => `Counted apart: ${words.children(count)}`,
  readAt: (source) => `It can be read in: ${source}`,
  compareHeadline: (titles) => `Side by side: ${titles}`,
  compareNothing: (title) => `${title}: nothing held here fits.`,
  factHeadline: (title, text) => `${title}: ${text}`,
  factDated: (date) => `Dated ${words.date(date)}`,
  factOf: (title, dated) => `${title} (${dated.charAt(0).toLowerCase()}${dated.slice(1)})`,
  factUndated: 'No date given',
  factNotTied: 'The source does not itself tie this to the plan.',
  factLoose: (dated) => `${dated}; not tied to the plan by its source`,
  factClosest: 'This is the closest that is held; it may not be what you asked.',
  factOwners: (title, owners) => `${title} is owned by: ${owners}.`,
  factPublished: (title, date) => `${title} was published ${words.at(date)}.`,
  factTitle: (title) => `Its title is: ${title}`,
  factSummary: (title, summary) => `${title}: ${summary}`,
  factSource: (source) => `This was read in: ${source}`,
  factMissing: (title) => `Nothing is held about that for this plan: ${title}`,
  factMissingAll: 'Nothing is held about that for any of the plans.',
  lacks: (title, aspect) =>
    aspect === 'reason'
      ? `${title}: the sources held give no reason.`
      : `${title}: the sources held do not say.`,
  defaultSet: (title) => `From now on, where a question here names no plan, I will answer about: ${title}`,
  defaultCleared: 'From now on, where a question here names no plan, I will answer about all the plans.',
  notHeldItem: (label, title, declared, held) =>
    `${label}: its text is not held here. ${title}: the document has ${declared}, and ${heldHere(held)}.`,
  notHeldNumbers: (label, title, kinds, numbers, declared, held) =>
    `${label} is not a number known here. ${title}: its ${kinds} are numbered ${numbers} and so on; the document has ${declared}, and ${heldHere(held)}.`,
  notHeldList: (title, declared, held) =>
    `That cannot be answered from what is held. ${title}: the document has ${declared}, and ${heldHere(held)}.`,
  notHeldMany: (titles) =>
    `That cannot be answered from what is held; the texts of these plans are not held here: ${titles}`,
  heldWithoutNumbers: (counted) => `Held, but without their numbers: ${counted}.`,
  asAtScope: (title, day, counts) => `${title}, as it stood on ${words.date(day)}: ${counts}.`,
  asAtScopeNone: (title, day) =>
    `${title}: nothing published up to ${words.date(day)} is held about its status at the time.`,
};

function heldHere(held: string): string {
  return held.startsWith('0 ') ? 'none of them is held here' : `${held} ${heldVerb(held)} held here`;
}
function heldVerb(held: string): string {
  return held.startsWith('1 ') ? 'is' : 'are';
}
