import type * as THREE from 'three';
import type { Area } from '../area.ts';

/**
 * A picture while effects are put on it: premultiplied linear light in a target of its own. `area`: the pixels of the
 * brush's grid that it holds, its first in the target's corner; everything outside is empty. `step`: pixels of that grid
 * to one of its own, where it is of a coarser one.
 */
export type Patch = { target: THREE.WebGLRenderTarget; area: Area; step: number };
