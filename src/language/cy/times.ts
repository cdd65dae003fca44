import type { TimeMessages } from '../messages/times.ts';
import { inWelsh } from '../format.ts';
import { words } from './words.ts';

export const time: TimeMessages = {
  changes: (count, from, to) =>
    `${words.windowFirst(from, to)}: ${inWelsh(count, { zero: 'dim newidiadau statws', other: '# newid statws' })}.`,
  noChanges: (from, to) => `${words.windowFirst(from, to)}: nid oes cofnod yma o newid statws.`,
  moved: (before, beforeAsAt, after, afterAsAt) => `${before} (${beforeAsAt}) → ${after} (${afterAsAt})`,
  first: (after, afterAsAt) => `Y datganiad cyntaf sydd yma: ${after} (${afterAsAt})`,
  recordedSince: (count) =>
    `Cofnodwyd yma yn ystod y cyfnod, ond ar gyfer dyddiad cynharach: ${words.statements(count)}.`,
  planStatement: (title) => `Y cynllun cyfan: ${title}`,
  themeStatement: (title) => `Thema: ${title}`,
  history: (label, count) =>
    `${label}: ${words.statements(count)}${count > 1 ? ', yr hynaf yn gyntaf' : ''}.`,
  historyNone: (label) => `${label}: nid oes datganiad cynnydd wedi’i gyhoeddi yn y ffynonellau sydd yma.`,
  historyMany: (count) => `Hanes y rhain: ${words.count(count)}.`,
  dueMoved: (from, to) => `Symudwyd y dyddiad cwblhau: ${from} → ${words.date(to)}`,
  dueOnly: (date) => `Dyddiad cwblhau: ${words.date(date)}`,
  asAt: (label, day, standing, asAt) => `${label}, fel yr oedd ar ${words.date(day)}: ${standing} (${asAt}).`,
  asAtNone: (label, day) =>
    `${label}: nid oes yma ddim a gyhoeddwyd hyd at ${words.date(day)} am ei statws ar y pryd.`,
  asAtMany: (day) => `Fel yr oedd pethau ar ${words.date(day)}.`,
};
