import * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { Bakes } from '../bakes.ts';
import { createDrawn } from '../facade/drawn-layer.ts';
import { reliefFragment } from './relief.glsl.ts';

/** The wall's own reflectance on the elevation: drawn once, with the meshes that the stone layers draw. */
const MOST = 4096;
/** Texels a metre: the stone's courses and glazing bars are a few centimetres wide. */
const DENSITY = 24;

/** `density`: texels a metre that the picture can show. */
export const drawRelief = (
  renderer: THREE.WebGLRenderer,
  facade: FacadeModel,
  density: number,
): THREE.WebGLRenderTarget => {
  const most = Math.min(MOST, renderer.capabilities.maxTextureSize);
  const width = Math.max(1, Math.round(Math.min(most, facade.width * Math.min(DENSITY, density))));
  const height = Math.max(1, Math.round((width * facade.height) / facade.width));
  const region = { x: 0, y: 0, width: facade.width, height: facade.height };
  const target = new THREE.WebGLRenderTarget(width, height, {
    depthBuffer: true,
    samples: 4,
    generateMipmaps: true,
    minFilter: THREE.LinearMipmapLinearFilter,
    magFilter: THREE.LinearFilter,
    anisotropy: 4,
  });
  const bakes = new Bakes(renderer);
  const drawn = createDrawn(
    { facade, bake: (fragment) => bakes.get(fragment, region, { width, height }) },
    reliefFragment,
    {},
  );
  drawn.choose([], []);
  drawn.bake();
  // High and to the left, as the shadows of an elevation fall.
  drawn.lamp.set(-facade.width * 0.3, facade.height * 3);
  const camera = new THREE.OrthographicCamera(0, facade.width, facade.height, 0, -1, 1);
  renderer.setRenderTarget(target);
  renderer.setClearColor(0x000000, 0);
  renderer.clear();
  renderer.render(new THREE.Scene().add(drawn.object), camera);
  renderer.setRenderTarget(null);
  drawn.dispose();
  bakes.dispose();
  return target;
};
