import type { Block, ProgressCount } from '../../../src/domain/answer.ts';
import { freshId, make, makeSvg } from './dom.ts';
import { icon, signOf } from './signs.ts';

type Progress = Extract<Block, { type: 'progress' }>;

const HEIGHT = '28';

/** The counts as one bar, parts told apart by pattern as well as colour, with what each part is beneath and the words. */
export function drawProgress({ title, counts, words }: Progress): HTMLElement {
  const shown = counts.filter(({ count }) => count > 0);
  return make(
    'figure',
    { class: 'progress' },
    make('figcaption', {}, title),
    bar(shown, words),
    make('ul', { class: 'legend', 'aria-hidden': 'true' }, ...shown.map(legendEntry)),
    make('p', { class: 'soft' }, words),
  );
}

function bar(counts: readonly ProgressCount[], words: string): SVGElement {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const svg = makeSvg('svg', { class: 'bar', role: 'img', 'aria-label': words, height: HEIGHT });
  let from = 0;
  for (const { count, standing } of counts) {
    const share = (count / total) * 100;
    const id = freshId('hatch');
    svg.append(pattern(id, standing), part(id, from, share));
    from += share;
  }
  return svg;
}

function part(patternId: string, from: number, share: number): SVGElement {
  return makeSvg('rect', {
    class: 'part',
    x: `${from}%`,
    y: '1',
    width: `${share}%`,
    height: '26',
    fill: `url(#${patternId})`,
  });
}

function pattern(id: string, standing: ProgressCount['standing']): SVGElement {
  const { tone, hatch } = signOf(standing);
  return makeSvg(
    'pattern',
    { id, class: `tone-${tone}`, width: '8', height: '8', patternUnits: 'userSpaceOnUse' },
    makeSvg('rect', { class: 'solid', width: '8', height: '8' }),
    hatch === undefined ? undefined : makeSvg('path', { class: 'hatch', d: hatch }),
  );
}

function legendEntry({ label, count, standing }: ProgressCount): HTMLElement {
  const id = freshId('hatch');
  const swatch = makeSvg(
    'svg',
    { class: 'swatch', width: '20', height: '20' },
    pattern(id, standing),
    makeSvg('rect', { class: 'part', x: '1', y: '1', width: '18', height: '18', fill: `url(#${id})` }),
  );
  return make('li', {}, swatch, icon(signOf(standing)), `${label}: ${count}`);
}
