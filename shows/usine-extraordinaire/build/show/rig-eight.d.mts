/** Types of rig-eight.mjs, for its tests. */
export const eight: () => Record<string, unknown>;
