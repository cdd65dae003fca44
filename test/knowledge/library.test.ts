import { describe, expect, it } from '@jest/globals';

import type { ItemKind, PlanId } from '../../src/domain/model.ts';
import { action, callToAction, DEMO, fact, libraryOf, plan, recommendation, update } from '../builders.ts';

describe('finding an item by the number that people quote', () => {
  const library = libraryOf({
    plans: [plan(), plan({ id: 'other' })],
    items: [
      action('4.2', { otherRefs: ['HEE-12'] }),
      action('4.10'),
      action('7'),
      action('07a'),
      recommendation('R7'),
      recommendation('12'),
      callToAction('1.01'),
      action('4.2', { plan: 'other' }),
    ],
  });
  const found = (ref: string, kind?: ItemKind, of?: string) =>
    library.byRef(ref, kind, of as PlanId | undefined).map((item) => item.id);

  it.each(['4.2', ' 4 . 2 ', '#4.2', '04.2', '4-2', '4.2.', '(4.2)', '4 2'])('reads %p as 4.2', (ref) => {
    expect(found(ref, undefined, DEMO)).toEqual(['demo/action-4.2']);
  });

  it.each(['R7', 'r7', 'r-7', 'R 7', '#r7', 'R07'])('reads %p as R7', (ref) => {
    expect(found(ref)).toEqual(['demo/recommendation-R7']);
  });

  it('gives an exact ref before a prefixed one, and the prefixed one alone where its kind is named', () => {
    expect(found('7')).toEqual(['demo/action-7', 'demo/recommendation-R7']);
    expect(found('7', 'recommendation')).toEqual(['demo/recommendation-R7']);
    expect(found('7', 'call-to-action')).toEqual([]);
  });

  it('lets a letter stand for the kind where no ref is printed so', () => {
    expect(found('R12')).toEqual(['demo/recommendation-12']);
    expect(found('A12')).toEqual([]);
  });

  it('finds other refs, and keeps zeros after a point', () => {
    expect(found('hee 12', 'action')).toEqual(['demo/action-4.2']);
    expect(found('7a')).toEqual(['demo/action-07a']);
    expect(found('1.1')).toEqual([]);
    expect(found('4.1')).toEqual([]);
  });

  it('finds it in every plan that holds it, or in the plan asked for', () => {
    expect(found('4.2')).toEqual(['demo/action-4.2', 'other/action-4.2']);
    expect(found('4.2', 'action', 'other')).toEqual(['other/action-4.2']);
    expect(found('4.2', 'action', 'nowhere')).toEqual([]);
  });
});

describe('looking things up', () => {
  const library = libraryOf({
    plans: [plan({ declared: { action: 33, 'call-to-action': 2 }, themes: [{ ref: '1' }] })],
    items: [
      action('1.1', { parent: '1' }),
      action('2'),
      action('1', { theme: '1' }),
      recommendation('R1'),
      action('3', { audience: 'staff' }),
      action('3.1', { parent: '3' }),
    ],
    updates: [
      update('action-1', { stage: 'completed' }, { asAt: '2026-02', recorded: '2026-02-01' }),
      update('action-1', { stage: 'not_started' }, { asAt: '2026-01-31', recorded: '2026-03-01' }),
      update('action-3.1', { stage: 'completed' }),
      update('theme-1', { stage: 'in_progress' }),
      update('plan', { stage: 'on_hold' }, { audience: 'staff' }),
    ],
    facts: [fact('funding', 'Seven million'), fact('finding', 'Not for all', { audience: 'staff' })],
  });
  const ids = (of: readonly { readonly id: string }[]) => of.map((each) => each.id);

  it('lists children after their parent, and withholds the children of what is withheld', () => {
    expect(ids(library.items)).toEqual([
      'demo/action-2',
      'demo/action-1',
      'demo/action-1.1',
      'demo/recommendation-R1',
    ]);
    expect(ids(library.childrenOf(library.byRef('1')[0]!.id))).toEqual(['demo/action-1.1']);
  });

  it('gives statements oldest first, by when they were true', () => {
    const [first] = library.byRef('1', 'action');

    expect(library.updatesOf(first!.id).map((each) => each.asAt)).toEqual(['2026-01-31', '2026-02']);
    expect(library.updatesOf(library.plans[0]!.themes[0]!.id)).toHaveLength(1);
    expect(library.updatesOf(DEMO)).toEqual([]);
    expect(library.factsOf(DEMO).map((each) => each.topic)).toEqual(['funding']);
  });

  it('counts what is held without children, beside what the document declares', () => {
    expect(library.coverageOf(DEMO)).toEqual([
      { kind: 'action', declared: 33, held: 2, children: 1, withoutStatus: 1 },
      { kind: 'recommendation', held: 1, children: 0, withoutStatus: 1 },
      { kind: 'call-to-action', declared: 2, held: 0, children: 0, withoutStatus: 0 },
    ]);
  });

  it('has a version that changes with the content', () => {
    const one = libraryOf({ items: [action('1')] });

    expect(libraryOf({ items: [action('1')] }).version).toBe(one.version);
    expect(libraryOf({ items: [action('1', { title: 'Other' })] }).version).not.toBe(one.version);
  });
});
