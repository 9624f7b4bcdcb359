import { ok, type Result } from '../../../core/result.ts';

/** The answer of a verb that has no more to say. */
export type Done = Result<Record<string, never>>;
export const done = (): Done => ok({});
