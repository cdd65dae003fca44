import { create, insert, search } from '@orama/orama';
import { askedFor, BOOST, MOST, prepared, settingsFor, type Yardstick } from './yardstick.ts';

export const orama: Yardstick = {
  name: 'Orama',
  settings: settingsFor(['dropped']),
  async build(texts, setting) {
    const tokenize = (text: string): string[] => [...new Set(text.split(' '))].filter(Boolean);
    const index = create({
      schema: { title: 'string', summary: 'string', around: 'string' },
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize } },
    });
    for (const { id, ...fields } of prepared(texts, setting))
      await insert(index, { id: String(id), ...fields });
    return async (question, locale) => {
      const asked = askedFor(question, locale, setting).map(({ term }) => term);
      const found = await search(index, {
        term: asked.join(' '),
        boost: BOOST,
        tolerance: setting.fuzzy ? 1 : 0,
        limit: MOST,
      });
      return found.hits.map(({ id }) => Number(id));
    };
  },
};
