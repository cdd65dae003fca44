import type { PlanMessages } from '../messages/plans.ts';
import { words } from './words.ts';

export const plan: PlanMessages = {
  headline: (title, owners, published) =>
    [title, owners && `gan: ${owners}`, published && `cyhoeddwyd ${words.at(published)}`]
      .filter(Boolean)
      .join('; ') + '.',
  plans: (count) => `Mae ${words.plans(count)} yma.`,
  noPlans: 'Nid oes cynllun yma eto.',
  fields: {
    owners: 'Perchnogion',
    published: 'Cyhoeddwyd',
    themes: 'Themâu',
    held: 'Cynnwys',
    atRisk: 'Mewn perygl neu oddi ar y trywydd',
    overdue: 'Hwyr',
    nextDue: 'Nesaf i’w gwblhau',
    oldest: 'Datganiad hynaf',
    standing: 'Statws',
    withoutStatus: 'Statws heb ei gyhoeddi',
    title: 'Teitl',
  },
  ownersLine: (owners) => `Perchnogion: ${owners}`,
  publishedLine: (date) => `Cyhoeddwyd: ${words.date(date)}`,
  holding: (declared, held) =>
    declared === undefined ? `Yma: ${held}` : `Yn y ddogfen: ${declared}. Yma: ${held}`,
  fictional: (titles) =>
    `Cynllun dychmygol yw hwn, at ddibenion arddangos yn unig; nid oes dim byd ynddo’n wir: ${titles}`,
  themesHeadline: (title, count) => `${title}: ${words.themes(count)}.`,
  themesNone: (title) => `${title}: nid oes themâu yma.`,
  themesAll: (count) => `Themâu’r cynlluniau: ${words.plans(count)}.`,
  themeLabel: (ref) => `Thema ${ref}`,
  themeItems: (count) => `Yr hyn sydd yma oddi tani: ${words.count(count)}`,
  statusHeadline: (title, counts) => `${title}: ${counts}.`,
  statusUnpublished: (title) =>
    `${title}: nid oes cynnydd wedi’i gyhoeddi yn y ffynonellau sydd yma. Nid yw hynny’n golygu nad oes dim wedi dechrau.`,
  statusStated: (title, standing, asAt) => `${title}: adroddwyd “${standing}”, ${asAt}.`,
  statusThemes: (title, count) =>
    `${title}: nid oes statws yma ar gyfer eitemau unigol; mae datganiadau am y themâu (${words.themes(count)}).`,
  statusAll: (count) => `Sut mae’r cynlluniau’n sefyll: ${words.plans(count)}.`,
  statusTheme: (theme, counts) => `${theme}: ${counts}.`,
  progressTitle: (title) => `Cynnydd: ${title}`,
  progressWords: (counts) => `${counts}.`,
  progressTotal: (count) => `${words.count(count)} i gyd.`,
  progressCount: (label, count) => `${label}: ${count}`,
  oldest: (label, asAt) => `${label}, ${asAt}`,
  atRiskHeading: 'Mewn perygl neu oddi ar y trywydd',
  overdueHeading: 'Yn hwyr',
  themesHeading: 'Fesul thema',
  statementsHeading: 'Datganiadau am y cynllun cyfan',
  coverageHeadline: (title) => `Yr hyn sydd yma o’r cynllun hwn, a’r hyn nad yw yma: ${title}`,
  coverageAll: (count) => `Yr hyn sydd yma o’r cynlluniau, a’r hyn nad yw yma: ${words.plans(count)}.`,
  coverageRow: (kind, declared, held, withoutStatus) =>
    `${declared === undefined ? `${words.count(held, kind)} yma; ni wyddys faint sydd yn y ddogfen` : `${words.count(declared, kind)} yn y ddogfen, ${held} yma`}${withoutStatus === 0 ? '' : `; heb statws wedi’i gyhoeddi ymhlith y rhai sydd yma: ${withoutStatus}`}`,
  coverageFacts: (count) => `Yr hyn sydd yma amdano: ${words.facts(count)}.`,
  coverageWhole: 'Mae popeth sydd yn y ddogfen, yn ôl y ddogfen ei hun, ar gael yma.',
  coverageGap: (kind, missing) => `Heb fod ar gael yma: ${words.count(missing, kind)}`,
  coverageChildren: (count) => `Cyfrifwyd ar wahân: ${words.children(count)}`,
  readAt: (source) => `Gellir ei ddarllen yn: ${source}`,
  compareHeadline: (titles) => `Ochr yn ochr: ${titles}`,
  compareNothing: (title) => `${title}: nid oes dim yma sy’n cyfateb.`,
  factHeadline: (title, text) => `${title}: ${text}`,
  factDated: (date) => `Dyddiedig ${words.date(date)}`,
  factOf: (title, dated) => `${title} (${dated.charAt(0).toLowerCase()}${dated.slice(1)})`,
  factUndated: 'Ni roddwyd dyddiad',
  factNotTied: 'Nid yw’r ffynhonnell ei hun yn cysylltu hyn â’r cynllun.',
  factLoose: (dated) => `${dated}; nid yw’r ffynhonnell yn cysylltu hyn â’r cynllun`,
  factClosest: 'Dyma’r agosaf sydd yma; efallai nad dyma’r hyn yr oeddech yn holi amdano.',
  factOwners: (title, owners) => `${title} – y perchnogion: ${owners}.`,
  factPublished: (title, date) => `${title} – cyhoeddwyd ${words.at(date)}.`,
  factTitle: (title) => `Ei deitl yw: ${title}`,
  factSummary: (title, summary) => `${title}: ${summary}`,
  factSource: (source) => `Darllenwyd hyn yn: ${source}`,
  factMissing: (title) => `Nid oes dim yma am hynny ar gyfer y cynllun hwn: ${title}`,
  factMissingAll: 'Nid oes dim yma am hynny ar gyfer unrhyw un o’r cynlluniau.',
  lacks: (title, aspect) =>
    aspect === 'reason'
      ? `${title}: nid yw’r ffynonellau sydd yma yn rhoi rheswm.`
      : `${title}: nid yw’r ffynonellau sydd yma yn dweud hynny.`,
  defaultSet: (title) => `O hyn ymlaen, os na fydd cwestiwn yma’n enwi cynllun, byddaf yn ateb am: ${title}`,
  defaultCleared: 'O hyn ymlaen, os na fydd cwestiwn yma’n enwi cynllun, byddaf yn ateb am bob cynllun.',
  notHeldItem: (label, title, declared, held) =>
    `${label}: nid yw ei destun ar gael yma. ${title}: ${declared} yn y ddogfen; ${heldHere(held)}.`,
  notHeldNumbers: (label, title, kinds, numbers, declared, held) =>
    `${label}: nid yw’r rhif hwnnw’n hysbys yma. ${title}: rhifau’r ${kinds} yw ${numbers} ac yn y blaen; ${declared} yn y ddogfen; ${heldHere(held)}.`,
  notHeldList: (title, declared, held) =>
    `Ni ellir ateb hynny o’r hyn sydd yma. ${title}: ${declared} yn y ddogfen; ${heldHere(held)}.`,
  notHeldMany: (titles) =>
    `Ni ellir ateb hynny o’r hyn sydd yma; nid yw testunau’r cynlluniau hyn ar gael yma: ${titles}`,
  heldWithoutNumbers: (counted) => `Yma, ond heb eu rhifau: ${counted}.`,
  asAtScope: (title, day, counts) => `${title}, fel yr oedd ar ${words.date(day)}: ${counts}.`,
  asAtScopeNone: (title, day) =>
    `${title}: nid oes yma ddim a gyhoeddwyd hyd at ${words.date(day)} am ei statws ar y pryd.`,
};

function heldHere(held: string): string {
  return held.startsWith('0 ') ? 'nid oes yr un ohonynt yma' : `yr hyn sydd yma: ${held}`;
}
