import { remembering } from '../../language/remembering.ts';
import { unmutated } from '../../language/fold.ts';
import type { Locale } from '../../domain/model.ts';

/** The reviewed words that name each idea, as `distress.yaml` holds them: ready to be compared. */
export type IdeaWords = Readonly<Record<string, Readonly<Record<Locale, readonly string[]>>>>;

/** The ideas that words name, in the order of the words; of phrases that begin at one word the longest. */
export type NameIdeas = (words: readonly string[]) => readonly string[];

interface Branch {
  readonly next: Map<string, Branch>;
  ideas: readonly string[];
}

export function createIdeas(ideas: IdeaWords): NameIdeas {
  const root: Branch = { next: new Map(), ideas: [] };
  const known = new Set<string>();
  for (const [idea, { en, cy }] of Object.entries(ideas)) {
    for (const phrase of [...en, ...cy]) grow(root, phrase, idea, known);
  }
  const radical = remembering(
    (word: string) => (known.has(word) ? word : unmutated(word).find((form) => known.has(form))) ?? '',
  );
  return (words) => {
    const found: string[] = [];
    const forms = words.map(radical);
    for (let at = 0; at < forms.length;) {
      const { ideas: named, length } = longestAt(root, forms, at);
      found.push(...named);
      at += Math.max(1, length);
    }
    return found;
  };
}

function grow(root: Branch, phrase: string, idea: string, known: Set<string>): void {
  let branch = root;
  for (const word of phrase.split(' ')) {
    known.add(word);
    const next = branch.next.get(word) ?? { next: new Map(), ideas: [] };
    branch.next.set(word, next);
    branch = next;
  }
  if (!branch.ideas.includes(idea)) branch.ideas = [...branch.ideas, idea];
}

function longestAt(
  root: Branch,
  forms: readonly string[],
  from: number,
): { ideas: readonly string[]; length: number } {
  let branch: Branch | undefined = root;
  let longest: { ideas: readonly string[]; length: number } = { ideas: [], length: 0 };
  for (let at = from; at < forms.length; at += 1) {
    branch = branch.next.get(forms[at] ?? '');
    if (!branch) break;
    if (branch.ideas.length > 0) longest = { ideas: branch.ideas, length: at - from + 1 };
  }
  return longest;
}
