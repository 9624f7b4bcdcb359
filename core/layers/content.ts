/**
 * Parameters that say what a clip is about and not how it looks: texts, files, other timelines, elements, drawings. Putting
 * back defaults and taking a preset leave them.
 */
const CONTENT: ReadonlySet<string> = new Set(
  [
    'media frames emblem emblemPath path code input standIn',
    'text name dates role from to address args types',
    'timeline offset without elements quiet clip',
  ].flatMap((words) => words.split(' ')),
);
/** `from` and `to` are colours of a gradient, but the ends of a count. */
const LOOKS: Readonly<Record<string, ReadonlySet<string>>> = { gradient: new Set(['from', 'to']) };

export const isContent = (layer: string, param: string): boolean =>
  CONTENT.has(param) && !(Object.hasOwn(LOOKS, layer) && LOOKS[layer]?.has(param) === true);
