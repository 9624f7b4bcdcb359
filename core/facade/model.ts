import type { ElementRecord, PlaneRecord } from './facade.schema.ts';
import type { Viewpoint } from './viewpoint.ts';

/** The façade indexed for drawing: built once by `modelOf(document)`. */
export type FacadeElement = ElementRecord & {
  id: string;
  /** name without `element:` */ key: string;
  depth: number;
};
export type FacadeModel = {
  width: number;
  height: number;
  /** Back to front. */
  elements: FacadeElement[];
  planes: Record<string, PlaneRecord>;
  viewpoints: readonly Viewpoint[];
  /** Elements that a word names: an element's name, a kind or a group; in drawing order. */
  select(word: string): FacadeElement[];
};
