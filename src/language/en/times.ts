import type { TimeMessages } from '../messages/times.ts';
import { inEnglish } from '../format.ts';
import { words } from './words.ts';

export const time: TimeMessages = {
  changes: (count, from, to) =>
    `${words.windowFirst(from, to)}: ${inEnglish(count, { one: '# change of status', other: '# changes of status' })}.`,
  noChanges: (from, to) => `${words.windowFirst(from, to)}: no change of status is held.`,
  moved: (before, beforeAsAt, after, afterAsAt) => `${before} (${beforeAsAt}) → ${after} (${afterAsAt})`,
  first: (after, afterAsAt) => `First statement held: ${after} (${afterAsAt})`,
  recordedSince: (count) =>
    `Recorded here in that time, but as at an earlier date: ${words.statements(count)}.`,
  planStatement: (title) => `The plan as a whole: ${title}`,
  themeStatement: (title) => `Theme: ${title}`,
  history: (label, count) => `${label}: ${words.statements(count)}${count > 1 ? ', the oldest first' : ''}.`,
  historyNone: (label) => `${label}: no statement of progress has been published in the sources held.`,
  historyMany: (count) => `How these have gone: ${words.count(count)}.`,
  dueMoved: (from, to) => `Due date moved: ${from} → ${words.date(to)}`,
  dueOnly: (date) => `Due: ${words.date(date)}`,
  asAt: (label, day, standing, asAt) => `${label}, as it stood on ${words.date(day)}: ${standing} (${asAt}).`,
  asAtNone: (label, day) =>
    `${label}: nothing published up to ${words.date(day)} is held about its status at the time.`,
  asAtMany: (day) => `As they stood on ${words.date(day)}.`,
};
