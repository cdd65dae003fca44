import { fold, unmutated } from '../language/fold.ts';
import { isSure, type Clue, type Group } from './question.ts';
import { isOfElsewhere } from './stop-words.ts';

/** Places and bodies that people ask about, folded; none of them is a stranger where a plan speaks of it. */
const PLACES: ReadonlySet<string> = new Set(
  `bangor wrexham wrecsam swansea abertawe cardiff caerdydd newport casnewydd powys gwynedd conwy flintshire denbighshire llanelli
  aberystwyth carmarthen caerfyrddin llandeilo merthyr pontypridd bridgend barry caerphilly caerffili rhyl holyhead caernarfon ceredigion
  pembrokeshire berwyn betsi cadwaladr hywel aneurin bevan velindre felindre glasgow edinburgh caeredin aberdeen dundee belfast dublin
  dulyn manchester manceinion liverpool lerpwl birmingham leeds bristol bryste newcastle sheffield oxleas maudsley
  australia australian awstralia zealand seland canada america american ireland irish iwerddon europe`.split(
    /\s+/u,
  ),
);
/** A name begins so; one of capitals alone is an abbreviation. */
const NAME = /^\p{Lu}\p{Ll}{2}/u;

/**
 * Whether a question names what no plan and no vocabulary knows: a place, a person, a thing of the world outside. What merely
 * has the other words then answers something else.
 */
export function namesAStranger(groups: readonly Group[]): boolean {
  const clues = groups
    .filter(({ sense }) => sense !== 'subject')
    .flatMap((group) => group.clues.filter((clue) => clue.content));
  const unknown = clues.filter(isUnknown);
  // In a title every word is written as a name.
  const isTitle = clues.filter(({ typed }) => NAME.test(typed)).length * 2 > clues.length;
  const first = groups[0]?.clues[0];
  return unknown.some(
    (clue) =>
      isPlace(clue) ||
      (isOfElsewhere(fold(clue.typed)) && unknown.length > 1) ||
      // Every sentence begins with a capital.
      (NAME.test(clue.typed) && clue !== first && !isTitle),
  );
}

/** Nothing has it, and what it might be a slip of is doubtful. */
function isUnknown(clue: Clue): boolean {
  return (
    !isSure(clue) || (clue.mended === undefined && clue.variants.length === 0 && clue.instead.length === 0)
  );
}

function isPlace({ typed }: Clue): boolean {
  const word = fold(typed);
  return [word, ...unmutated(word)].some((form) => PLACES.has(form));
}
