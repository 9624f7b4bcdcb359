import { expect, it } from 'vitest';
import { unitOf } from '../../../core/station/form-unit.ts';

it.each([
  ['hold-off, seconds', 's'],
  ['mean of so many seconds up to now', 's'],
  ['pictures a second; negative: backwards', '/s'],
  ['metres to either side, for pistons', 'm'],
  ['times the kind’s own', null],
  ['the path’s own point that x, y places', null],
  ['tone of a second set of lines across the first', null],
  ['metres, metres, pixels per metre', 'px/m'],
])('%s: %s', (note, unit) => {
  expect(unitOf(note)).toBe(unit);
});
