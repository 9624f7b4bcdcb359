import { describe, expect, it } from 'vitest';
import { openDocument, validate } from '../../../core/show/open.ts';
import { context, fixture, smallFacade, smallRig, smallShow } from './folder.ts';

describe('a sound folder', () => {
  it.each([
    ['show.json', 'frise-show'],
    ['facade.json', 'frise-facade'],
    ['rigs/one.json', 'frise-rig'],
  ] as const)('%s opens without a word', (file, format) => {
    const opened = openDocument(fixture('folder', file), format, context);
    expect(opened).toMatchObject({
      ok: true,
      value: { found: [], problems: [], repaired: [], migrated: [] },
    });
  });

  it('has its defaults filled in and stays sound', () => {
    expect(smallShow.records['clip:dawn']).toMatchObject({ opacity: 1, fadeIn: 1, blend: 'normal' });
    for (const document of [smallShow, smallFacade, smallRig])
      expect(validate(document, context)).toEqual([]);
  });
});
