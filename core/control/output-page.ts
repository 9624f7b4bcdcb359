/**
 * The address of an output's page names its output, or several that share the window: `/output/left+right`. As a page's
 * `id` in hello it is the same.
 */
export const outputsOfPage = (id: string): string[] => [
  ...new Set(id.split('+').filter((name) => name !== '')),
];
export const pageOfOutputs = (names: readonly string[]): string => names.join('+');
