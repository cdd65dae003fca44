import Fuse, { type IFuseOptions } from 'fuse.js';
import { askedFor, BOOST, FIELDS, MOST, prepared, type PreparedTexts, type Yardstick } from './yardstick.ts';

const keys = FIELDS.map((name) => ({ name, weight: BOOST[name] }));

export const fuseDefault = yardstick('Fuse.js', { keys });
export const fuseTokens = yardstick('Fuse.js, token search', {
  keys,
  useTokenSearch: true,
  threshold: 0.2,
  ignoreLocation: true,
});

function yardstick(name: string, options: IFuseOptions<PreparedTexts>): Yardstick {
  return {
    name,
    settings: [true, false].map((stems) => ({ stems, fuzzy: true, small: 'dropped' })),
    build(texts, setting) {
      const fuse = new Fuse(prepared(texts, setting), options);
      return (question, locale) => {
        const asked = askedFor(question, locale, setting).map(({ term }) => term);
        return fuse.search(asked.join(' '), { limit: MOST }).map(({ item }) => item.id);
      };
    },
  };
}
