import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dragStep,
  fittedNumber,
  isRelative,
  reckoned,
  type NumberShape,
} from '../../../core/station/reckon.ts';

const of = (more: Partial<NumberShape> = {}): NumberShape => ({
  kind: 'number',
  isWhole: false,
  min: null,
  max: null,
  unit: null,
  ...more,
});
const share = of({ min: 0, max: 1 });

describe('what is typed into a number', () => {
  it.each([
    ['12', 12],
    [' -3,5 ', -3.5],
    ['−2', -2],
    ['1/3', 0.333333],
    ['2*(4+1)-3', 7],
    ['10-2-3', 5],
    ['12/4/3', 1],
    ['-(2+1)', -3],
    ['1e3', 1000],
    ['.5', 0.5],
    ['+5', 15],
    ['+=5', 15],
    ['-=5', 5],
    ['*2', 20],
    ['×1,5', 15],
    ['/4', 2.5],
    ['+10%', 11],
    ['*50%', 5],
    ['50%', 5],
  ])('%s, where 10 stood, is %d', (text, value) => {
    expect(reckoned(of(), text, 10)).toBe(value);
  });
  it('has the field’s unit, or one that is like it', () => {
    expect(reckoned(of({ unit: 'm' }), '150 cm', 0)).toBe(1.5);
    expect(reckoned(of({ unit: 'm' }), '1m + 20cm', 0)).toBe(1.2);
    expect(reckoned(of({ unit: 's' }), '1,5 min', 0)).toBe(90);
    expect(reckoned(of({ unit: 's' }), '5f', 0)).toBe(0.2);
    expect(reckoned(of({ unit: '°' }), '0.5 tr', 0)).toBe(180);
    expect(reckoned(of({ unit: 'm/s' }), '3 m/s', 0)).toBe(3);
    expect(reckoned(of({ unit: '%' }), '40%', 0)).toBe(40);
    expect(reckoned(share, '40%', 0.9)).toBe(0.4);
  });
  it.each(['', 'lamp', '5 kg', '1/0', '2+', '(1', '5 5', '1..2', '%', '1;2', '('.repeat(9000)])(
    '%s is none',
    (text) => {
      expect(reckoned(of({ unit: 'm' }), text, 1)).toBeNull();
    },
  );
  it('says nothing about a value that is not there', () => {
    expect(reckoned(of(), '+5', null)).toBeNull();
    expect(reckoned(of(), '50%', null)).toBeNull();
    expect(reckoned(of(), '-5', null)).toBe(-5);
    expect(['+5', '*2', '/2', '-=1', '-5', '5'].map(isRelative)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
  it('of sums agrees with arithmetic', () => {
    const term = fc.integer({ min: 1, max: 999 });
    fc.assert(
      fc.property(term, term, term, (a, b, c) => {
        expect(reckoned(of(), `${a}-${b}*${c}`, null)).toBe(a - b * c);
        expect(reckoned(of(), `(${a}-${b})/${c}`, null)).toBeCloseTo((a - b) / c, 5);
      }),
    );
  });
  it('never throws, and gives a finite number or none', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+*/().,%\d ems°]{0,20}$/), (text) => {
        const value = reckoned(of({ unit: 'm' }), text, 3);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('a drag of a number', () => {
  it('goes through a range in a hand’s breadth, and as a unit usually goes', () => {
    expect(dragStep(share, 0.5)).toBe(0.005);
    expect(dragStep(of({ unit: '°' }), 0)).toBe(0.5);
    expect(dragStep(of({ isWhole: true, min: 1, max: 16 }), 4)).toBe(0.1);
    expect(dragStep(of(), 2500)).toBe(10);
  });
  it('stays where the field takes it', () => {
    expect(fittedNumber(share, 1.2)).toBe(1);
    expect(fittedNumber(of({ isWhole: true }), 3.6)).toBe(4);
    expect(fittedNumber(of(), 0.1 + 0.2)).toBe(0.3);
  });
});
