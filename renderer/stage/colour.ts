import * as THREE from 'three';

/** What was read, linear. Keyframes may pass through any colour: past so many, it is begun anew. */
const read = new Map<string, THREE.Color>();
const MOST = 500;

/** `#rrggbb` (sRGB) into linear light, in place. */
export const linearInto = (target: THREE.Color, hex: string): THREE.Color => {
  const known = read.get(hex);
  if (known) return target.copy(known);
  if (read.size >= MOST) read.clear();
  read.set(hex, new THREE.Color().setStyle(hex, THREE.SRGBColorSpace));
  return target.setStyle(hex, THREE.SRGBColorSpace);
};
