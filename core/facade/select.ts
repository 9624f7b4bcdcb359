import type { FacadeElement, FacadeModel } from './model.ts';

/** A word is an element's name with or without `element:`, a kind or a group. */
const answersTo = (element: FacadeElement, word: string): boolean =>
  element.key === word || element.id === word || element.kind === word || element.groups.includes(word);

/** A façade as plain data, to be sent to a worker. */
export type FacadeData = Omit<FacadeModel, 'select'>;

export const facadeModel = (data: FacadeData): FacadeModel => ({
  ...data,
  select: (word) => data.elements.filter((element) => answersTo(element, word)),
});
export const facadeData = ({ width, height, elements, planes, viewpoints }: FacadeModel): FacadeData => ({
  width,
  height,
  elements,
  planes,
  viewpoints,
});
