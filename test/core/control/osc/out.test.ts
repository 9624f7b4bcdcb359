import { expect, it } from 'vitest';
import { outAddressSchema, outArguments } from '../../../../core/control/osc/out.ts';

it.each([
  [[1, 1.5, 'x', true, false], '', 'ifsTF'],
  [[1, 2], 'ff', 'ff'],
  [[1.5], 's', 's'],
  [[true], 'i', 'i'],
  [[3e9], '', 'f'],
])('%j as "%s" goes out as %s', (args, types, wanted) => {
  const out = outArguments(args, types);
  expect(out.ok && out.value.map(({ type }) => type).join('')).toBe(wanted);
});
it.each([
  [['x'], 'i', 'args.0'],
  [[1.5], 'i', 'args.0'],
  [[true], 'F', 'args.0'],
  [[1, 2], 'i', 'types'],
])('%j as "%s" is refused', (args, types, path) => {
  expect(outArguments(args, types)).toMatchObject({ ok: false, code: 'osc-types', path });
});
it('an address names one thing', () => {
  const isFine = (address: string) => outAddressSchema.safeParse(address).success;
  expect(['/a', '/cue/1.5/start', '/é'].every(isFine)).toBe(true);
  expect(['', 'a', '/', '/a/', '/a b', '/a/*', '/a/{b}', '//a', '/a,b'].some(isFine)).toBe(false);
});
