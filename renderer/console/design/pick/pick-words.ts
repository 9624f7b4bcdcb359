import type { FacadeElement, FacadeModel } from '../../../../core/facade/model.ts';

/** A list of words that name façade elements (names, kinds, groups), changed by a hand that points at elements. Pure. */
type Facade = Pick<FacadeModel, 'select'>;

const isNamed = (facade: Facade, words: readonly string[], { id }: FacadeElement): boolean =>
  words.some((word) => facade.select(word).some((each) => each.id === id));

export const namedBy = (facade: Facade, words: readonly string[]): FacadeElement[] => {
  const all = words.flatMap((word) => facade.select(word));
  return [...new Map(all.map((element) => [element.id, element])).values()];
};

/** Added by its name; or taken away, and where a kind or group had named it, the others stand there by theirs. */
export const toggled = (facade: Facade, words: readonly string[], element: FacadeElement): string[] => {
  if (!isNamed(facade, words, element)) return [...words, element.key];
  const naming = words.filter((word) => isNamed(facade, [word], element));
  const stay = words.filter((word) => !naming.includes(word));
  const others = namedBy(facade, naming).filter((each) => each.id !== element.id);
  return withAll(facade, stay, others);
};

/** All of its kind by one word, or none of them. */
export const kindToggled = (facade: Facade, words: readonly string[], { kind }: FacadeElement): string[] => {
  if (words.includes(kind)) return words.filter((word) => word !== kind);
  const ids = new Set(facade.select(kind).map(({ id }) => id));
  const isCovered = (word: string): boolean => {
    const named = facade.select(word);
    return named.length > 0 && named.every(({ id }) => ids.has(id));
  };
  return [...words.filter((word) => !isCovered(word)), kind];
};

/** With those that no word names yet. */
export const withAll = (
  facade: Facade,
  words: readonly string[],
  elements: readonly FacadeElement[],
): string[] => {
  const known = new Set(namedBy(facade, words).map(({ id }) => id));
  return [...words, ...elements.filter(({ id }) => !known.has(id)).map(({ key }) => key)];
};
