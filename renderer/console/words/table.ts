export type Language = 'fr' | 'en';
/** French first, English second. A word in braces, `{name}`, is replaced by the value of that name. */
export type WordTable = Record<string, readonly [string, string]>;
