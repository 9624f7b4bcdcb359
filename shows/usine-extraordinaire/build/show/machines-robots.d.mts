/** Types of machines-robots.mjs, for its tests. */
type Point = [number, number];
type Pose = { upper: number; fore: number; tool: number; elbow: Point; wrist: Point };
export const LINKS: { upper: number; fore: number; tool: number; shoulder: number };
export const solve: (shoulder: Point, tip: Point, pitch: number, bend: 1 | -1) => Pose;
