/** 0 ≤ x < 1 from a whole number, the same each time. */
export const hashed = (n) => {
  const x = Math.sin(n * 127.1 + 11.7) * 43758.5453;
  return x - Math.floor(x);
};
