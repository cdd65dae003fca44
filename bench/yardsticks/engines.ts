import { fuseDefault, fuseTokens } from './fuse.ts';
import { lunrSearch } from './lunr.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { Yardstick } from './yardstick.ts';

/** The other engines. */
export const YARDSTICKS: readonly Yardstick[] = [fuseDefault, fuseTokens, miniSearch, lunrSearch, orama];
