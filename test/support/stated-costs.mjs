/**
 * The table of what a show costs in its README, `| name | 12.3 … |`: the first number of a row by the row's name.
 * @param {string} readme
 * @returns {Record<string, number>}
 */
export const statedCosts = (readme) => {
  const [, section = ''] = readme.split('## What it costs');
  const [table = ''] = section.split('\n## ');
  return Object.fromEntries(
    [...table.matchAll(/^\| ([a-z][^|]*?) \| ([\d.]+)/gm)].map(([, name, value]) => [name, Number(value)]),
  );
};
