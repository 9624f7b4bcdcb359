import { describe, expect, it } from 'vitest';
import { modelOf } from '../../../core/facade/model-of.ts';
import { smallFacade, withRecord } from '../show/folder.ts';

describe('modelOf', () => {
  const model = modelOf(smallFacade);
  const keys = (word: string) => model.select(word).map(({ key }) => key);

  it('gives elements back to front with the depth of their plane', () => {
    expect([model.width, model.height]).toEqual([20, 10]);
    expect(model.elements.map(({ id, key, depth }) => [id, key, depth])).toEqual([
      ['element:wall', 'wall', 2.5],
      ['element:column-1', 'column-1', 0],
    ]);
  });

  it('selects by name, kind and group', () => {
    expect([keys('column-1'), keys('column'), keys('wing-left'), keys('dome')]).toEqual([
      ['column-1'],
      ['column-1'],
      ['column-1'],
      [],
    ]);
    expect(keys('element:wall')).toEqual(['wall']);
  });

  it('leaves a broken element out, and needs a façade', () => {
    const broken = withRecord(smallFacade, 'element:wall', (wall) => ({ ...wall, surface: 'cheese' }));
    expect(modelOf(broken).elements.map(({ key }) => key)).toEqual(['column-1']);
    expect(() => modelOf(withRecord(smallFacade, 'facade:small', null))).toThrow('facade-record-missing');
  });
});
