import { ask } from './asks.ts';
import { count } from './counts.ts';
import { digest } from './digest.ts';
import { item } from './items.ts';
import { page } from './page.ts';
import { plan } from './plans.ts';
import { talk } from './talk.ts';
import { time } from './times.ts';
import { words } from './words.ts';

export const en = { words, item, count, page, plan, time, talk, ask, digest };
