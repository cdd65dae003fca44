import MiniSearch from 'minisearch';
import { askedFor, BOOST, FIELDS, MOST, prepared, settingsFor, type Yardstick } from './yardstick.ts';

const FUZZY = 0.2;

export const miniSearch: Yardstick = {
  name: 'MiniSearch',
  settings: settingsFor(['dropped', 'weighed']),
  build(texts, setting) {
    const index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => (term === '' ? null : term),
    });
    index.addAll(prepared(texts, setting));
    return (question, locale) => {
      const asked = askedFor(question, locale, setting);
      const found = index.search(asked.map(({ term }) => term).join(' '), {
        boost: BOOST,
        fuzzy: setting.fuzzy ? FUZZY : false,
        boostTerm: (_, at) => asked[at]?.weight ?? 1,
      });
      return found.slice(0, MOST).map(({ id }) => Number(id));
    };
  },
};
