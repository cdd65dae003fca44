import lunr from 'lunr';
import { askedFor, BOOST, FIELDS, MOST, prepared, settingsFor, type Yardstick } from './yardstick.ts';

/** A word with a slip counts less than the word itself. */
const NEARLY = 0.3;
const SHORTEST_SLIP = 4;

export const lunrSearch: Yardstick = {
  name: 'lunr',
  settings: settingsFor(['dropped', 'weighed']),
  build(texts, setting) {
    const builder = new lunr.Builder();
    builder.ref('id');
    for (const field of FIELDS) builder.field(field, { boost: BOOST[field] });
    for (const text of prepared(texts, setting)) builder.add(text);
    const index = builder.build();
    return (question, locale) => {
      const found = index.query((query) => {
        for (const { term, weight } of askedFor(question, locale, setting)) {
          query.term(term, { boost: weight });
          if (setting.fuzzy && term.length >= SHORTEST_SLIP)
            query.term(term, { boost: weight * NEARLY, editDistance: 1 });
        }
      });
      return found.slice(0, MOST).map(({ ref }) => Number(ref));
    };
  },
};
