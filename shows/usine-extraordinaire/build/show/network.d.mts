/** Types of network.mjs, for its tests. */
type Node = { x: number; y: number; kind: string; degree: number };
export const grown: () => { nodes: Node[]; links: { from: number; to: number; isTree: boolean }[] };
