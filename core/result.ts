/**
 * Every refusal is a coded value with a place and a way out. Codes are never reused (see `core/messages.ts`).
 */
export type Problem = {
  /** Stable code, kebab case. */
  code: string;
  /** What happened and what to do next, one or two sentences. */
  message: string;
  /** Where: a record path such as `clip:dynamo.parameters.size`, a file, an address; '' when it has no place. */
  path: string;
};
export const problem = (code: string, message: string, path: string): Problem => ({ code, message, path });
export type Result<T> = { ok: true; value: T } | ({ ok: false } & Problem);

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (code: string, message: string, path = ''): { ok: false } & Problem => ({
  ok: false,
  code,
  message,
  path,
});
