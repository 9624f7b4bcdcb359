/**
 * Brands for what must not mix. A brand costs nothing at run time; `as` is allowed here and in tests alone.
 */
declare const brand: unique symbol;
type Brand<T, B extends string> = T & { readonly [brand]?: B };

/** Seconds on the show clock: monotonic, shared by host and pages, never a position. */
export type ClockSeconds = Brand<number, 'clock'>;
/** Seconds on a timeline's axis, 0 at its start. */
export type Position = Brand<number, 'position'>;
/** A record's id, `kind:name`; the name is `[a-z0-9-]+`. */
export type RecordId = string;

export const NAME_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The name part of `kind:name`; addresses, OSC and flags take the name alone. */
export const nameOf = (id: RecordId): string => id.slice(id.indexOf(':') + 1);
/** The kind part of `kind:name`. */
export const kindOf = (id: RecordId): string => id.slice(0, Math.max(0, id.indexOf(':')));
/** `clip` + `dynamo` → `clip:dynamo`. */
export const idOf = (kind: string, name: string): RecordId => `${kind}:${name}`;
