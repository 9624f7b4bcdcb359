/**
 * What is dragged onto the timeline by the browser's own drag: a layer of the palette or a medium of the show. While it
 * hovers a page may only see of which kind it is, so the kind stands in the type and the name in the data.
 */
export type Dropped = { kind: 'layer' | 'medium'; id: string };
const TYPES = { layer: 'application/x-frise-layer', medium: 'application/x-frise-medium' } as const;
const KINDS = ['layer', 'medium'] as const;

export const offer = (data: DataTransfer | null, { kind, id }: Dropped): void => {
  if (!data) return;
  data.setData(TYPES[kind], id);
  data.effectAllowed = 'copy';
};
export const isOffered = (data: DataTransfer | null): boolean =>
  KINDS.some((kind) => data?.types.includes(TYPES[kind]) ?? false);
export const isFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;
export const droppedIn = (data: DataTransfer | null): Dropped | null => {
  const kind = KINDS.find((each) => data?.types.includes(TYPES[each]));
  return kind && data ? { kind, id: data.getData(TYPES[kind]) } : null;
};
