import * as THREE from 'three';

/** `#rrggbb` (sRGB) into linear light, in place. */
export const linearInto = (target: THREE.Color, hex: string): THREE.Color =>
  target.setStyle(hex, THREE.SRGBColorSpace);
