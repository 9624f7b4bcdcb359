import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layersPage } from '../../../core/layers/layers-page.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { sound } from '../../../core/layers/sound.ts';

const docs = join(import.meta.dirname, '../../../docs');
const file = join(docs, 'layers.md');
/** In the page's own order: by what is said there. */
const layers = [...Object.values(layerTypes), sound].toSorted(
  (a, b) => place(a.type) - place(b.type) || a.type.localeCompare(b.type),
);
function place(type: string): number {
  const at = readFileSync(file, 'utf8').indexOf(`<a id="${type}"></a>`);
  return at < 0 ? Infinity : at;
}
if (process.env['FRISE_WRITE_LAYERS'] === '1')
  writeFileSync(file, layersPage(readFileSync(file, 'utf8'), layers));

it('docs/layers.md is what the schemas say; after a wanted change: FRISE_WRITE_LAYERS=1', () => {
  const page = readFileSync(file, 'utf8');
  expect(page).toBe(layersPage(page, layers));
});
describe('every layer is told of', () => {
  it.each(Object.keys(layerTypes))('%s', (type) => {
    const page = readFileSync(file, 'utf8');
    // A layer with a page of its own needs only be named.
    const isToldElsewhere = existsSync(join(docs, `layers/${type}.md`));
    expect(page).toContain(isToldElsewhere ? `layers/${type}.md` : `<!-- /${type} -->`);
    const picture = isToldElsewhere ? file : join(docs, `images/layers/${type}.jpg`);
    expect(existsSync(picture)).toBe(true);
  });
  it('a name is given once', () => {
    const names = layers.map(({ name }) => `${name.fr}|${name.en}`);
    expect(new Set(names).size).toBe(names.length);
  });
  it.each(layers.map((layer) => [layer.type, layer] as const))(
    '%s begins with what its schema takes',
    (_type, layer) => {
      expect(layer.schema.safeParse(layer.fresh ?? {}).error).toBeUndefined();
    },
  );
});
