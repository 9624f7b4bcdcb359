/**
 * Small dense linear algebra for the pose of a projector: tens of unknowns, hundreds of equations. Matrices are rows of
 * numbers; nothing is changed in place.
 */
export type Matrix = readonly (readonly number[])[];

/** Sizes must fit: rows of b = columns of a. */
export const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => (b[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));

export const transpose = (a: Matrix): number[][] => (a[0] ?? []).map((_, j) => a.map((row) => row[j]!));

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Lower triangle L with L·Lᵀ = a, or null where the symmetric `a` is not positive definite. */
export const cholesky = (a: Matrix): number[][] | null => {
  const lower = a.map((row) => row.map(() => 0));
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j <= i; j++) {
      let rest = a[i]![j]!;
      for (let k = 0; k < j; k++) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i === j && !(rest > 0)) return null;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  return lower;
};

/** x of L·Lᵀ·x = b. */
export const solveCholesky = (lower: Matrix, b: readonly number[]): number[] => {
  const x = [...b];
  const n = lower.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
};

export type Svd = {
  /** Greatest first. */
  values: number[];
  /** The right singular vector of each value. */
  vectors: number[][];
};
const MOST_SWEEPS = 60;

/**
 * Singular values and right vectors of `a` (rows ≥ 1) by one-sided Jacobi rotations of its columns: exact to rounding
 * also for the smallest value, which is the one that the DLT asks for. G. Golub, C. Van Loan, Matrix Computations,
 * 4th ed., §8.6.3.
 */
export const svd = (a: Matrix): Svd => {
  const columns = transpose(a);
  const vectors = columns.map((_, i) => columns.map((_column, j) => (i === j ? 1 : 0)));
  let isTurning = true;
  for (let sweep = 0; isTurning && sweep < MOST_SWEEPS; sweep++) {
    isTurning = false;
    for (let p = 0; p < columns.length; p++)
      for (let q = p + 1; q < columns.length; q++)
        if (orthogonalise(columns, vectors, p, q)) isTurning = true;
  }
  const values = columns.map((column) => Math.hypot(...column));
  const order = values.map((_, i) => i).sort((i, j) => values[j]! - values[i]!);
  return { values: order.map((i) => values[i]!), vectors: order.map((i) => vectors[i]!) };
};

/** Turns columns p and q until they stand at right angles; false where they did already. */
const orthogonalise = (columns: number[][], vectors: number[][], p: number, q: number): boolean => {
  const alpha = dot(columns[p]!, columns[p]!);
  const beta = dot(columns[q]!, columns[q]!);
  const gamma = dot(columns[p]!, columns[q]!);
  if (Math.abs(gamma) <= 1e-15 * Math.sqrt(alpha * beta) || gamma === 0) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
  const c = 1 / Math.hypot(1, t);
  for (const pair of [columns, vectors]) turnPair(pair[p]!, pair[q]!, c, c * t);
  return true;
};

const turnPair = (p: number[], q: number[], c: number, s: number): void => {
  for (let i = 0; i < p.length; i++) {
    const [x, y] = [p[i]!, q[i]!];
    p[i] = c * x - s * y;
    q[i] = s * x + c * y;
  }
};
