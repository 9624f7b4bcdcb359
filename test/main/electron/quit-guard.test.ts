import { expect, it } from 'vitest';
import { createQuitGuard, questionsOf, type Question } from '../../../main/electron/quit-guard.ts';

const state = { isLocked: true, isPlaying: true, cue: '12', language: 'fr' as const };
const setUp = (answers: boolean[], overrides = {}) => {
  const asked: Question[] = [];
  const guard = createQuitGuard((question) => {
    asked.push(question);
    return Promise.resolve(answers.shift() ?? false);
  });
  guard.state({ ...state, ...overrides });
  return { guard, asked };
};

it.each([
  [[true, true], true, 2],
  [[true, false], false, 2],
  [[false], false, 1],
])('answers %j: leaves %s after %i questions', async (answers, leaves, count) => {
  const { guard, asked } = setUp(answers);
  expect(await guard.mayLeave()).toBe(leaves);
  expect(asked).toHaveLength(count);
});
it('asks nothing while the show is not locked', async () => {
  const { guard, asked } = setUp([], { isLocked: false });
  expect([await guard.mayLeave(), asked]).toEqual([true, []]);
});
it('who presses again while it is asked gets the same answer', async () => {
  const { guard, asked } = setUp([true, true]);
  expect(await Promise.all([guard.mayLeave(), guard.mayLeave()])).toEqual([true, true]);
  expect(asked).toHaveLength(2);
});
it('a last window that was asked about quits without another question, and only that', async () => {
  const { guard, asked } = setUp([]);
  const within: Promise<boolean>[] = [];
  guard.agreed(() => void within.push(guard.mayLeave()));
  expect(await Promise.all(within)).toEqual([true]);
  expect(await guard.mayLeave()).toBe(false);
  expect(asked).toHaveLength(1);
});
it('says how the show stands', () => {
  expect(questionsOf(state)[0].message).toBe('Le spectacle est en cours (effet 12).');
  expect(questionsOf({ ...state, isPlaying: false, language: 'en' })[0].message).toBe('The show is locked.');
});
