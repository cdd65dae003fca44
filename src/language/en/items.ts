import type { Aspect } from '../../domain/intent.ts';
import type { ItemMessages } from '../messages/items.ts';
import { inEnglish } from '../format.ts';
import { words } from './words.ts';

const LACKS: Readonly<Record<Aspect, string>> = {
  overview: 'no more than its title is held here',
  status: 'no status has been published in the sources held',
  lead: 'the sources held do not say who leads it',
  addressee: 'the sources held do not say whom it is addressed to',
  due: 'the sources held do not give a due date',
  reason: 'the sources held do not give a reason',
  mitigation: 'the sources held do not say what is being done about it',
  source: 'no source is held',
  confidence: 'the sources held do not say how sure this is',
  age: 'no dated statement has been published in the sources held',
  response: 'no response is held',
  theme: 'the sources held do not place it under a theme',
  match: 'it was picked from what was shown before',
};

export const item: ItemMessages = {
  label: (kind, ref, plan) => {
    const name = ref === undefined ? `${words.kind(kind)} (number not held)` : `${words.kind(kind)} ${ref}`;
    return plan === undefined ? name : `${name} (${plan})`;
  },
  headline: (label, title) => `${label}: ${title}`,
  fields: {
    plan: 'Plan',
    title: 'Title as published',
    theme: 'Theme',
    leads: 'Lead',
    addressees: 'Addressed to',
    due: 'Due',
    dueWas: 'Due before',
    response: 'Response',
    otherRefs: 'Also numbered',
    note: 'Note',
    reason: 'Reason given',
    mitigation: 'What is being done',
    assessedBy: 'Assessed by',
    confidence: 'How sure',
    matched: 'Words matched',
  },
  assessedBy: (who) =>
    who === 'third_party'
      ? 'a third party, not the plan’s owner'
      : 'the editor of this knowledge base, not the plan’s owner',
  primary: 'read in the publisher’s own document',
  leadLine: (names) => `Lead: ${names}`,
  dueLine: (date) => `Due: ${words.date(date)}`,
  themeLine: (theme) => `Theme: ${theme}`,
  addresseeLine: (names) => `Addressed to: ${names}`,
  reasonLine: (reason) => `Reason given: ${reason}`,
  mitigationLine: (mitigation) => `What is being done: ${mitigation}`,
  responseLine: (response) => `Response: ${response}`,
  overdue: (due) => `Overdue: it was due ${words.at(due)}`,
  overdueUnpublished: (due) => `Overdue: it was due ${words.at(due)}, and no status has been published`,
  publisherLabel: (standing, label) => `${standing} (the publisher’s own words: “${label}”)`,
  leads: (label, names) => `${label} is led by: ${names}.`,
  addressees: (label, names) => `${label} is addressed to: ${names}.`,
  due: (label, date) => `${label} is due ${words.at(date)}.`,
  dueOverdue: (label, date) => `${label} was due ${words.at(date)} and is overdue.`,
  status: (label, standing, asAt) => `${label}: ${standing}, ${asAt}.`,
  statusUnpublished: (label) =>
    `${label}: no status has been published in the sources held. That does not mean that it has not started.`,
  reason: (label, reason) => `${label}, reason given: ${reason}`,
  mitigation: (label, mitigation) => `${label}, what is being done: ${mitigation}`,
  response: (label, response) => `${label}, response: ${response}.`,
  age: (label, asAt) => `${label}: the newest statement is ${asAt}.`,
  theme: (label, theme) => `${label} belongs to the theme: ${theme}`,
  source: (label, source) => `${label} was read in: ${source}`,
  confidence: (label, confidence) => `${label}: ${confidence}.`,
  why: (label, reasons) => `${label}, shown because this was asked for: ${reasons}.`,
  whyNumber: 'its number',
  whyOverdue: (today) => `overdue on ${words.date(today)}`,
  whyDue: (from, to) => `due ${words.window(from, to)}`,
  whyChanged: (from, to) => `a change of status ${words.window(from, to)}`,
  match: (label, matched) => `${label} was found by the words: ${matched}`,
  lacks: (label, aspect) => `${label}: ${LACKS[aspect]}.`,
  childrenHeading: (count) => `Beneath it: ${words.children(count)}`,
  onlyIn: (locale) =>
    `Some of this text is held in ${words.language(locale)} only, and is shown as published.`,
  alsoDeclaredBy: (plans) => `Another plan also has that number, but its text is not held here: ${plans}`,
  otherKind: (kinds) => `No ${kinds} are known in this plan; this is what has that number.`,
  missing: (refs) => `Not held here: ${refs}`,
  found: (count) => `${count === 1 ? 'Here it is' : 'Here they are'}: ${words.count(count)}.`,
  several: (count) => `This is how ${count === 1 ? 'it stands' : `the ${words.count(count)} stand`}.`,
  heldByMany: (ref, count) => `More than one item has the number ${ref}: ${words.count(count)}.`,
  closest: 'Nothing fits exactly. These are the closest; is it one of them?',
  topic: (count) => inEnglish(count, { one: '# item fits.', other: '# items fit, the best first.' }),
  alsoFacts: 'Facts that also fit',
  list: (count, kind) => `Found: ${words.count(count, kind)}.`,
  listDue: (count, from, to) => `Due ${words.window(from, to)}: ${words.count(count)}.`,
  listOverdue: (count, today) => `Overdue on ${words.date(today)}: ${words.count(count)}.`,
  listNone: (kind) => `No ${words.kinds(kind)} held here fit that.`,
  listOverdueNone: (today) => `Nothing held here is overdue on ${words.date(today)}.`,
  listDueNone: (from, to) => `Nothing held here is due ${words.window(from, to)}.`,
  showing: (first, last, total) => `Showing ${first} to ${last} of ${total}.`,
  noMore: 'That is all of them; there are no more to show.',
  alsoChildren: (count) => `Sub-actions and milestones that also fit: ${count}`,
  heldOf: (plan, held, declared, kind) =>
    held === 0
      ? `${plan}: none of the ${words.count(declared, kind)} in the document is held here, so some may fit.`
      : `${plan}: only ${held} of the ${words.count(declared, kind)} in the document ${held === 1 ? 'is' : 'are'} held here, so there may be others.`,
  heldOfMany: (plans) => `There may be others, because these are not held here in full: ${plans}.`,
  withoutStatus: (count) =>
    `Without a published status: ${words.count(count)}. ${count === 1 ? 'It is' : 'They are'} not counted under any status.`,
  ungrouped: 'None given',
};
