import type { Measurement } from './measure.ts';

/** Filled in with the pages. */
export const measurePages = async (_root: string): Promise<Measurement[]> => [];
