/** Words that open a question of its own. */
const ASKING =
  "what|what's|whats|who|who's|whos|when|when's|why|how|which|where|is|are|was|has|beth|be|pwy|phwy|pryd|phryd|pam|pham|sut|pa|pha|ble|lle|sawl|faint|ydy|yw|oes";
const JOINT = new RegExp(
  `,?\\s+(?:and|ac|a)\\s+(?=(?:${ASKING})(?![\\p{L}\\p{N}]))|,\\s+(?=(?:${ASKING})(?![\\p{L}\\p{N}]))`,
  'giu',
);
const ASKS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ASKING})(?![\\p{L}\\p{N}])`, 'iu');
/** Questions that stand without what was said before them; "who" and "when" mostly ask about it. */
const WHOLE = /^(?:how many|how much|what|what's|whats|which|beth|be|pa|pha|sawl|faint)(?![\p{L}\p{N}])/iu;
/** What is asked of a plan: "and when was it published", "a phryd gafodd ei gyhoeddi". */
const OF_THE_PLAN =
  /^(?:when|who|where|pryd|phryd|pwy|phwy|ble|lle)(?![\p{L}\p{N}]).*(?:publish|launched|wrote|written|authored|cyhoedd|gyhoedd|ysgrifenn|lansi)/iu;
const POINTING =
  /(?<![\p{L}\p{N}])(?:it|its|they|them|their|those|these|that|this|one|ones|ei|eu|nhw|hi|fe|fo|hwn|hon|hynny|rhain|rheini)(?![\p{L}\p{N}])/iu;
const NUMBERED =
  /(?<![\d.,£$€])\d{1,2}\.\d{1,2}(?![\d.%])|(?<![\p{L}\p{N}])(?:actions?|rec|recommendations?|calls? to action|cam|gam|camau|gamau|gweithredu|argymhelliad|argymhellion|[rac])[\s-]?\d{1,3}(?![\d%])/iu;
/** What asks for one thing made of several: a comparison, a digest. */
const ONE_WISH =
  /(?<![\p{L}\p{N}])(?:compare|compared|between|difference|versus|vs|cymhar\p{L}+|gymhar\p{L}+|rhwng|gwahaniaeth|digests?|summary|remind\p{L}*|subscribe|crynodeb\p{L}*|grynodeb\p{L}*|atgoff\p{L}*|danysgrif\p{L}*|tanysgrif\p{L}*)(?![\p{L}\p{N}])/iu;
/** A short question after a number asks about that number: "and who leads it". */
const SHORT = 6;

/** "What does 4.3 say, who leads 5.2, and how many are on hold": parted where each part asks something of its own. */
export function partedIntoQuestions(text: string): readonly string[] {
  if (ONE_WISH.test(text)) return [text];
  const parts: string[] = [];
  let from = 0;
  for (const joint of text.matchAll(JOINT)) {
    const [before, after] = [text.slice(from, joint.index), text.slice(joint.index + joint[0].length)];
    const next = after.split(JOINT)[0] ?? after;
    if (!asks(before) || !standsAlone(next, text.slice(0, joint.index))) continue;
    parts.push(before);
    from = joint.index + joint[0].length;
  }
  return [...parts, text.slice(from)];
}

function asks(part: string): boolean {
  return NUMBERED.test(part) || (ASKS.test(part) && countOf(part) > 1);
}

function standsAlone(part: string, before: string): boolean {
  if (NUMBERED.test(part)) return true;
  if (NUMBERED.test(before) && countOf(part) <= SHORT) return true;
  if (OF_THE_PLAN.test(part) && countOf(part) <= SHORT) return true;
  return WHOLE.test(part) && !POINTING.test(part) && countOf(part) > 2;
}

function countOf(text: string): number {
  return text.match(/[\p{L}\p{N}.'’]+/gu)?.length ?? 0;
}
