import { expect, it } from 'vitest';
import { createDuplicates } from '../../../../main/ports/osc/duplicates.ts';

const bytes = (text: string) => Buffer.from(text.includes('\0') ? text : `${text}\0`);

it('the same bytes of one sender within the time are one', () => {
  const isDuplicate = createDuplicates({ ms: 5, from: 'sender' });
  expect(isDuplicate(bytes('/a'), '10.0.0.1', 1)).toBe(false);
  expect(isDuplicate(bytes('/a'), '10.0.0.1', 1.004)).toBe(true);
  expect(isDuplicate(bytes('/b'), '10.0.0.1', 1.004)).toBe(false);
  expect(isDuplicate(bytes('/a'), '10.0.0.2', 1.004)).toBe(false);
  expect(isDuplicate(bytes('/a'), '10.0.0.1', 1.006)).toBe(false);
});
it('a fader that goes up, down and up again ends up', () => {
  const isDuplicate = createDuplicates({ ms: 5, from: 'sender' });
  const heard = ['/f\0,1', '/f\0,0', '/f\0,1', '/f\0,1'].map((text, index) =>
    isDuplicate(bytes(text), 'x', 1 + index / 1000),
  );
  expect(heard).toEqual([false, false, false, true]);
});
it('a desk on two networks has two addresses', () => {
  const isDuplicate = createDuplicates({ ms: 5, from: 'anyone' });
  expect(isDuplicate(bytes('/a'), '10.0.0.1', 1)).toBe(false);
  expect(isDuplicate(bytes('/a'), '192.168.0.1', 1.001)).toBe(true);
});
it('switched off nothing is one, and a flood is not remembered', () => {
  expect(createDuplicates(null)(bytes('/a'), 'x', 0)).toBe(false);
  const isDuplicate = createDuplicates({ ms: 1000, from: 'sender' });
  isDuplicate(bytes('/first'), 'x', 0);
  for (let n = 0; n < 200; n += 1) isDuplicate(bytes(`/${n}`), 'x', 0.1);
  expect(isDuplicate(bytes('/first'), 'x', 0.2)).toBe(false);
});
