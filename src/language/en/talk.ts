import type { TalkMessages } from '../messages/talk.ts';
import { words } from './words.ts';

export const talk: TalkMessages = {
  notFound: 'Nothing in the plans held here answers that.',
  notFoundIn: (title) => `Nothing is held that answers that for this plan: ${title}`,
  notFoundNext: 'You can ask which plans there are, what their themes are, or what is at risk.',
  notFoundRef: (ref) => `No item in the plans held here has the number ${ref}.`,
  notFoundAbove: (ref, kind, highest, title) =>
    `There is no ${kind ? words.kind(kind).toLowerCase() : 'item'} ${ref}: the highest number is ${highest}. Plan: ${title}`,
  nearby: 'Close to this, in case it helps',
  planHolds: (title, declared, held) => `${title}: the document has ${declared}; held here: ${held}.`,
  outOfScope: 'That is not something I can answer: I only know the workforce plans held here.',
  outOfScopeHint:
    'I can tell you what their actions are, who leads them, how they are going and who says so.',
  unclear: {
    empty: 'There was nothing in that message for me to read. Ask me about a plan or one of its actions.',
    symbols: 'I could not find any words in that. Ask me about a plan or one of its actions.',
    'nothing-to-point-at':
      'I do not know what that refers to. Please name the plan, or the number of the action.',
    'no-words': 'I could not read a question in that. Please put it another way, or name a plan or a number.',
  },
  mended: (typed, read) => `“${typed}” was read as “${read}”.`,
  vocabulary: (typed, read) => `“${typed}” was also looked up as “${read}”.`,
  unused: (typed) => `Nothing here was found for “${typed}”, so the answer leaves that aside.`,
  nothingFor: (typed) => `Nothing here was found for “${typed}”.`,
  plansHeld: (titles) => `The plans held here: ${titles.join('; ')}.`,
  notOnTrack: '“Not on track” is read as: at risk, off track, or past the delivery date.',
  assumedPlan: (title) => `No plan was named, so this is about: ${title}`,
  help: {
    headline: 'I answer questions about published workforce plans, in Welsh and in English.',
    plans: 'Plans: which there are, who owns them, their themes, and what is held of each.',
    items:
      'Actions, recommendations and calls to action: by number (“action 4.2”) or by subject (“recruitment”).',
    progress:
      'Progress: how something stands, who leads it, when it is due, what is at risk or overdue and why.',
    time: 'Time: what has changed since a given date, the history of an action, how things stood on a given day.',
    digest: 'Weekly digest: “send us a digest every Monday at 9”.',
    language: 'Language: “in Welsh, please”, or simply ask in Welsh.',
    honesty: 'Every status comes with its date and its source; where nothing is held, I say so.',
    digestHeadline: 'A digest is a weekly summary of what changed, what is at risk and what is due.',
    digestHow:
      'Say “send us a digest every Monday at 9”, “preview the digest” or “which digests are there?”.',
    digestStop:
      'Say “change it to Friday at 8”, “pause the digest until January”, “resume the digest” or “stop the digest”.',
    languageHeadline: 'I speak Welsh and English, and answer in the language of the question.',
    languageHow: 'Say “in Welsh, please”, “in English, please” or “both languages” and I will keep to it.',
    searchHeadline: 'I look your words up in the plans, in both languages, and show what fits best first.',
    searchHow:
      'Misspelt words are mended and other words for the same thing are tried; I say so where it mattered.',
    searchBands:
      'Where nothing fits exactly I show the closest and say so; where nothing fits at all I say that.',
  },
  smalltalk: {
    greeting: 'Hello. Ask me about the workforce plans, in Welsh or in English.',
    thanks: 'You are welcome.',
    farewell: 'Goodbye.',
    'how-are-you':
      'I am a bot, so there is little to tell, but I am working. What would you like to know about the plans?',
    'who-are-you':
      'I am a bot that answers questions about published workforce plans, from a checked collection of sources.',
    praise: 'Thank you. Ask me anything else about the plans.',
    complaint:
      'I am sorry that this was not useful. Tell me the plan or the number you mean, and I will look again.',
  },
  smalltalkHint: 'Say “help” to see what can be asked.',
  language: {
    set: 'I will answer in English from now on.',
    both: 'I will answer in both languages from now on.',
  },
  signpost: {
    immediateSelf:
      'If your life is in danger, please ring the first number below now. You do not have to face this alone: I am a bot, but there are people who can help, day and night.',
    immediateOther:
      'If somebody’s life is in danger, please ring the first number below now. I am a bot, but the people there can tell you what to do, day and night.',
    highSelf:
      'That sounds very hard, and you do not have to face it alone. I am a bot, but there are people you can talk to now.',
    highOther:
      'That sounds very worrying, and it is right to ask. I am a bot, but there are people you can talk to now about somebody else.',
    lowSelf: 'I am sorry that things are hard. I am a bot, but there are people who will listen.',
    lowOther:
      'I am sorry that things are hard for them. I am a bot, but there are people who can help you help them.',
    lines: 'People who can help',
    other: 'You can ring on their behalf. If you can, stay with them, listen, and ask what would help.',
    bot: 'This message is only for you.',
    elsewhere: {
      wales: 'These numbers are for Wales.',
      england: 'These numbers are for England.',
      scotland: 'These numbers are for Scotland.',
      'northern-ireland': 'These numbers are for Northern Ireland.',
    },
    line: (phone, how) => `${phone} – ${how}`,
  },
  refused: {
    progress:
      'You may not record progress here, so nothing has been changed. The owner of the plan does that, outside this chat.',
    subscription: 'You may not change that digest here.',
    other: 'That is not allowed here.',
    who: (names) => `Who may: ${names}`,
  },
  apology: (faultId) => `Something went wrong, and it is not your doing. The fault’s number is ${faultId}.`,
  apologyNext: 'Please ask again; if it happens again, give that number to whoever looks after this bot.',
  sources: 'Sources',
  sourceLine: (document, published, locator, confidence) =>
    [document, locator, published, confidence && `(${confidence})`]
      .filter(Boolean)
      .join(', ')
      .replace(', (', ' ('),
  asks: 'You can also ask',
};
