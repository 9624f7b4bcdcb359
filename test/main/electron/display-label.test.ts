import { expect, it } from 'vitest';
import { labelPage, labelsOf } from '../../../main/electron/display-label.ts';
import type { Placement, Screen } from '../../../main/electron/placement.ts';

const makeScreen = (id: number, x: number, label = ''): Screen => ({
  id,
  label,
  isPrimary: false,
  x,
  y: 0,
  width: 1920,
  height: 1080,
});
const on = (screen: Screen): Placement => ({
  kind: 'display',
  screen,
  match: 'found',
  output: {
    id: 'left',
    name: 'Left',
    width: 1920,
    height: 1080,
    display: { label: null, id: null, index: null, position: null, span: null },
  },
});

it('names the displays that no output has, counted from the left', () => {
  const all = [makeScreen(3, 3840, 'PROJ-2'), makeScreen(1, 0), makeScreen(2, 1920, 'PROJ-1')];
  const labels = labelsOf(all, [on(all[2]!)], 'en');
  expect(labels.map(({ words }) => words)).toEqual([
    'Display 1 · not assigned',
    'Display 3 · PROJ-2 · not assigned',
  ]);
  expect(labels[1]?.bounds).toEqual({ x: 4440, y: 460, width: 720, height: 160 });
  expect(labelsOf(all, [], 'fr')[0]?.words).toBe('Écran 1 · sans sortie');
  expect(labelsOf([], [], 'fr')).toEqual([]);
});
it('whatever an EDID says is text', () => {
  const bounds = { x: 0, y: 0, width: 200, height: 50 };
  const page = decodeURIComponent(labelPage({ words: '<img src=x onerror="a()">&', bounds }));
  expect(page).not.toContain('<img');
  expect(page).toContain('&#60;img src=x onerror=&#34;a()&#34;&#62;&#38;');
});
