import { expect, it } from 'vitest';
import { createLookUp } from '../../../../main/ports/pjlink/look-up.ts';

const slow = () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const lookUp = createLookUp((name) => {
    asked.push(name);
    return new Promise((resolve, reject) =>
      answers.push(() => (name === 'nobody' ? reject(new Error('ENOTFOUND')) : resolve(`${name}!`))),
    );
  });
  return { asked, lookUp, answer: () => answers.shift()?.() };
};
const turn = () => new Promise((done) => setImmediate(done));

it('asks for no address', async () => {
  const { asked, lookUp } = slow();
  expect(await lookUp('10.0.0.5')).toBe('10.0.0.5');
  expect(await lookUp('fe80::1')).toBe('fe80::1');
  expect(asked).toEqual([]);
});
it('asks for one name at a time, and for each once, however often it is wanted', async () => {
  const { asked, lookUp, answer } = slow();
  const wanted = ['nobody', 'left', 'nobody', 'left'].map(lookUp);
  await turn();
  expect(asked).toEqual(['nobody']);
  answer();
  await turn();
  expect(asked).toEqual(['nobody', 'left']);
  answer();
  expect(await Promise.all(wanted)).toEqual([null, 'left!', null, 'left!']);
  void lookUp('left');
  await turn();
  expect(asked).toHaveLength(3);
});
