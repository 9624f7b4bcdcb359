import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cholesky, multiply, solveCholesky, svd, transpose } from '../../../core/rig/dense.ts';
import { rotationOf, splitRq, vectorOf } from '../../../core/rig/rotation.ts';
import { askOpenCv } from '../../support/opencv.ts';

const number = fc.double({ min: -10, max: 10, noNaN: true });
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const vector = fc.tuple(number, number, number);
const isNear = (a: readonly (readonly number[])[], b: readonly (readonly number[])[], within: number) =>
  a.forEach((row, i) => row.forEach((value, j) => expect(Math.abs(value - b[i]![j]!)).toBeLessThan(within)));

describe('cholesky', () => {
  prop.prop([matrix(7, 5), fc.array(number, { minLength: 5, maxLength: 5 })])('solves AᵀA + 1', (a, b) => {
    const normal = multiply(transpose(a), a).map((row, i) => row.map((v, j) => (i === j ? v + 1 : v)));
    const x = solveCholesky(cholesky(normal)!, b);
    isNear(multiply(normal, x.map((value) => [value])), b.map((value) => [value]), 1e-8); // prettier-ignore
  });
  test('says when a matrix is not positive definite', () => {
    expect(cholesky([[1, 2], [2, 4]])).toBeNull(); // prettier-ignore
    expect(cholesky([[Number.NaN]])).toBeNull();
  });
});

describe('svd', () => {
  prop.prop([matrix(8, 4)])('vectors are orthonormal, and A·v is as long as its value', (a) => {
    const { values, vectors } = svd(a);
    isNear(multiply(vectors, transpose(vectors)), [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number(i === j))), 1e-9); // prettier-ignore
    const lengths = transpose(multiply(a, transpose(vectors))).map((column) => Math.hypot(...column));
    lengths.forEach((length, i) => expect(Math.abs(length - values[i]!)).toBeLessThan(1e-9));
    expect([...values].sort((x, y) => y - x)).toEqual(values);
  });
  test('finds the null vector of a singular matrix to rounding', () => {
    const a = [[1, 2, 3], [4, 5, 6], [7, 8, 9], [2, 1, 0]]; // prettier-ignore
    const { values, vectors } = svd(a);
    expect(values[2]).toBeLessThan(1e-14);
    const [x, y, z] = vectors[2]!;
    expect([y! / x!, z! / x!]).toEqual([expect.closeTo(-2, 12), expect.closeTo(1, 12)]);
  });
});

describe('rotations', () => {
  test('agree with OpenCV’s Rodrigues', () => {
    const cases = [[0, 0, 0], [0.1, -0.2, 0.3], [Math.PI, 0, 0], [1.9, 1.2, -2], [0, 3.1, 0.4], [1e-9, 0, 0]] as const; // prettier-ignore
    const theirs = askOpenCv('turned', cases, z.array(z.array(z.number())));
    expect(theirs).toHaveLength(cases.length);
    cases.forEach((each, i) => isNear([rotationOf(each).flat()], [theirs[i]!], 1e-12));
  });
  prop.prop([vector])('vector → matrix → vector is the same turn', (v) => {
    const m = rotationOf(v);
    isNear(rotationOf(vectorOf(m)), m, 1e-9);
  });
  prop.prop([vector, vector])('RQ gives back what it split, K upper triangular', (v, k) => {
    const upper = [[1 + Math.abs(k[0]), k[1], k[2]], [0, 2 + Math.abs(k[1]), -k[0]], [0, 0, 0.5]]; // prettier-ignore
    const m = multiply(upper, rotationOf(v));
    const split = splitRq(m)!;
    isNear(split.k, upper, 1e-9);
    isNear(multiply(split.k, split.r), m, 1e-9);
  });
  test('RQ of a singular matrix is none', () => {
    expect(splitRq([[1, 2, 3], [2, 4, 6], [0, 0, 1]])).toBeNull(); // prettier-ignore
  });
});
