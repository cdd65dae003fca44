import type { Aspect } from '../../domain/intent.ts';
import type { ItemMessages } from '../messages/items.ts';
import { inWelsh } from '../format.ts';
import { words } from './words.ts';

const LACKS: Readonly<Record<Aspect, string>> = {
  overview: 'dim ond y teitl sydd yma',
  status: 'nid oes statws wedi’i gyhoeddi yn y ffynonellau sydd yma',
  lead: 'nid yw’r ffynonellau sydd yma yn dweud pwy sy’n arwain',
  addressee: 'nid yw’r ffynonellau sydd yma yn dweud at sylw pwy y mae',
  due: 'nid yw’r ffynonellau sydd yma yn rhoi dyddiad cwblhau',
  reason: 'nid yw’r ffynonellau sydd yma yn rhoi rheswm',
  mitigation: 'nid yw’r ffynonellau sydd yma yn dweud beth sy’n cael ei wneud am hynny',
  source: 'nid oes ffynhonnell yma',
  confidence: 'nid yw’r ffynonellau sydd yma yn dweud pa mor sicr yw hyn',
  age: 'nid oes datganiad â dyddiad wedi’i gyhoeddi yn y ffynonellau sydd yma',
  response: 'nid oes ymateb yma',
  theme: 'nid yw’r ffynonellau sydd yma yn nodi thema',
  match: 'fe’i dewiswyd o’r hyn a ddangoswyd o’r blaen',
};

export const item: ItemMessages = {
  label: (kind, ref, plan) => {
    const name =
      ref === undefined ? `${words.kind(kind)} (nid yw’r rhif ar gael yma)` : `${words.kind(kind)} ${ref}`;
    return plan === undefined ? name : `${name} (${plan})`;
  },
  headline: (label, title) => `${label}: ${title}`,
  fields: {
    plan: 'Cynllun',
    title: 'Teitl fel y’i cyhoeddwyd',
    theme: 'Thema',
    leads: 'Yn arwain',
    addressees: 'At sylw',
    due: 'Dyddiad cwblhau',
    dueWas: 'Dyddiad cwblhau blaenorol',
    response: 'Ymateb',
    otherRefs: 'Rhifau eraill',
    note: 'Nodyn',
    reason: 'Rheswm a roddwyd',
    mitigation: 'Beth sy’n cael ei wneud',
    assessedBy: 'Aseswyd gan',
    confidence: 'Pa mor sicr',
    matched: 'Geiriau a oedd yn cyfateb',
  },
  assessedBy: (who) =>
    who === 'third_party'
      ? 'trydydd parti, nid perchennog y cynllun'
      : 'golygydd y gronfa wybodaeth hon, nid perchennog y cynllun',
  primary: 'wedi’i ddarllen yn nogfen y cyhoeddwr ei hun',
  leadLine: (names) => `Yn arwain: ${names}`,
  dueLine: (date) => `Dyddiad cwblhau: ${words.date(date)}`,
  themeLine: (theme) => `Thema: ${theme}`,
  addresseeLine: (names) => `At sylw: ${names}`,
  reasonLine: (reason) => `Rheswm a roddwyd: ${reason}`,
  mitigationLine: (mitigation) => `Beth sy’n cael ei wneud: ${mitigation}`,
  responseLine: (response) => `Ymateb: ${response}`,
  overdue: (due) => `Hwyr: y dyddiad cwblhau oedd ${words.date(due)}`,
  overdueUnpublished: (due) =>
    `Hwyr: y dyddiad cwblhau oedd ${words.date(due)}, ac nid oes statws wedi’i gyhoeddi`,
  publisherLabel: (standing, label) => `${standing} (geiriau’r cyhoeddwr ei hun: “${label}”)`,
  leads: (label, names) => `${label} – yn arwain: ${names}.`,
  addressees: (label, names) => `${label} – at sylw: ${names}.`,
  due: (label, date) => `${label} – y dyddiad cwblhau yw ${words.date(date)}.`,
  dueOverdue: (label, date) => `${label} – y dyddiad cwblhau oedd ${words.date(date)}, ac mae’n hwyr.`,
  status: (label, standing, asAt) => `${label}: ${standing}, ${asAt}.`,
  statusUnpublished: (label) =>
    `${label}: nid oes statws wedi’i gyhoeddi yn y ffynonellau sydd yma. Nid yw hynny’n golygu nad yw wedi dechrau.`,
  reason: (label, reason) => `${label}, y rheswm a roddwyd: ${reason}`,
  mitigation: (label, mitigation) => `${label}, beth sy’n cael ei wneud: ${mitigation}`,
  response: (label, response) => `${label}, yr ymateb: ${response}.`,
  age: (label, asAt) => `${label} – mae’r datganiad diweddaraf yn sôn am y sefyllfa ${asAt}.`,
  theme: (label, theme) => `${label} – mae’n perthyn i’r thema: ${theme}`,
  source: (label, source) => `${label} – fe’i darllenwyd yn: ${source}`,
  confidence: (label, confidence) => `${label}: ${confidence}.`,
  why: (label, reasons) => `${label} – dangosir hyn oherwydd gofyn am: ${reasons}.`,
  whyNumber: 'y rhif',
  whyOverdue: (today) => `yn hwyr ar ${words.date(today)}`,
  whyDue: (from, to) => `i’w cwblhau ${words.window(from, to)}`,
  whyChanged: (from, to) => `newid statws ${words.window(from, to)}`,
  match: (label, matched) => `${label} – cafwyd hyd i hyn drwy’r geiriau: ${matched}`,
  lacks: (label, aspect) => `${label}: ${LACKS[aspect]}.`,
  childrenHeading: (count) => `O dan hyn: ${words.children(count)}`,
  onlyIn: (locale) =>
    locale === 'en'
      ? 'Nid oes testun Cymraeg swyddogol yma ar gyfer rhan o hyn; dangosir y Saesneg fel y’i cyhoeddwyd.'
      : 'Dim ond yn Gymraeg y mae rhan o’r testun hwn yma; fe’i dangosir fel y’i cyhoeddwyd.',
  alsoDeclaredBy: (plans) =>
    `Mae’r rhif hwnnw mewn cynllun arall hefyd, ond nid yw ei destun ar gael yma: ${plans}`,
  otherKind: (kinds) =>
    `Hyd y gwyddys yma, nid oes ${kinds} yn y cynllun hwn; dyma’r hyn sydd â’r rhif hwnnw.`,
  missing: (refs) => `Nid yw’r rhain ar gael yma: ${refs}`,
  found: (count) => `${count === 1 ? 'Dyma’r un' : 'Dyma nhw'}: ${words.count(count)}.`,
  several: (count) => `Dyma sut mae’r ${count === 1 ? 'eitem' : words.count(count)} yn sefyll.`,
  heldByMany: (ref, count) => `Mae gan fwy nag un eitem y rhif ${ref}: ${words.count(count)}.`,
  closest: 'Does dim byd yn cyfateb yn union. Dyma’r rhai agosaf; ai un o’r rhain sydd gennych mewn golwg?',
  topic: (count) =>
    inWelsh(count, {
      one: 'Mae # eitem yn cyfateb.',
      other: 'Mae # eitem yn cyfateb, gyda’r gorau yn gyntaf.',
    }),
  alsoFacts: 'Ffeithiau sydd hefyd yn cyfateb',
  list: (count, kind) => `Canfuwyd: ${words.count(count, kind)}.`,
  listDue: (count, from, to) => `I’w cwblhau ${words.window(from, to)}: ${words.count(count)}.`,
  listOverdue: (count, today) => `Yn hwyr ar ${words.date(today)}: ${words.count(count)}.`,
  listNone: (kind) => `Nid oes ${words.kinds(kind)} yma sy’n cyfateb i hynny.`,
  listOverdueNone: (today) => `Nid oes dim byd yma’n hwyr ar ${words.date(today)}.`,
  listDueNone: (from, to) => `Nid oes dim byd yma i’w gwblhau ${words.window(from, to)}.`,
  showing: (first, last, total) => `Yn dangos ${first} i ${last} o ${total}.`,
  noMore: 'Dyna’r cyfan; nid oes rhagor i’w dangos.',
  alsoChildren: (count) => `Is-gamau a cherrig milltir sydd hefyd yn cyfateb: ${count}`,
  heldOf: (plan, held, declared, kind) =>
    held === 0
      ? `${plan}: nid oes yr un o’r ${words.count(declared, kind)} yn y ddogfen ar gael yma, felly gall fod rhai sy’n cyfateb.`
      : `${plan}: dim ond ${held} o’r ${words.count(declared, kind)} yn y ddogfen sydd yma, felly gall fod rhagor.`,
  heldOfMany: (plans) => `Gall fod rhagor, gan nad yw’r rhain yma’n gyflawn: ${plans}.`,
  withoutStatus: (count) =>
    `Heb statws wedi’i gyhoeddi: ${words.count(count)}. Ni chyfrifir ${count === 1 ? 'hon' : 'y rhain'} o dan unrhyw statws.`,
  ungrouped: 'Heb ei nodi',
};
