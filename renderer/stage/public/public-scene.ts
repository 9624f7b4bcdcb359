import * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { viewBody } from '../../../core/facade/view-body.ts';
import type { Surface } from '../../../core/facade/view-surface.ts';
import { lensOf } from '../../../core/facade/view-lens.ts';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import { screenTriangle } from '../geometry/screen.ts';
import { createMaterial } from '../material.ts';
import { backdropFragment, backdropVertex, bodyFragment, bodyVertex } from './night.glsl.ts';
import { drawRelief } from './relief.ts';

/**
 * The building at night with the show on it, from a person's place: the canvas falls on the façade's body as light, and
 * on what is not stone as little of it as there is. A pure function of canvas and gaze.
 */
export interface PublicScene {
  /** `canvas`: the whole canvas in linear light, with mipmaps. Into `target`, linear light; leaves it set. */
  draw(canvas: THREE.WebGLRenderTarget, gaze: Gaze, target: THREE.WebGLRenderTarget): void;
  dispose(): void;
}

const NEAR = 0.5;
const FAR = 1500;

/** `density`: texels a metre that the picture can show of the wall. */
export const createPublicScene = (
  renderer: THREE.WebGLRenderer,
  facade: FacadeModel,
  density: number,
): PublicScene => {
  const relief = drawRelief(renderer, facade, density);
  const uniforms = {
    uCanvas: { value: null as THREE.Texture | null },
    uRelief: { value: relief.texture },
    uSize: { value: new THREE.Vector2(facade.width, facade.height) },
    uBlur: { value: 0 },
    uEye: { value: new THREE.Vector3() },
    uToWorld: { value: new THREE.Matrix4() },
  };
  const body = solid(bodyOf(facade), bodyVertex, bodyFragment, uniforms);
  const backdrop = solid(screenTriangle(), backdropVertex, backdropFragment, uniforms);
  backdrop.material.depthTest = backdrop.material.depthWrite = false;
  backdrop.renderOrder = -1;
  const scene = new THREE.Scene().add(backdrop, body);
  const camera = new THREE.Camera();
  return {
    draw(canvas, gaze, target) {
      aim(camera, gaze, target.width / target.height);
      uniforms.uCanvas.value = canvas.texture;
      uniforms.uBlur.value = Math.log2(canvas.width / facade.width);
      uniforms.uEye.value.set(...gaze.eye);
      uniforms.uToWorld.value.multiplyMatrices(camera.matrixWorld, camera.projectionMatrixInverse);
      renderer.setRenderTarget(target);
      renderer.setClearColor(0x000000, 1);
      renderer.clear();
      renderer.render(scene, camera);
    },
    dispose() {
      relief.dispose();
      for (const { geometry, material } of [body, backdrop]) {
        geometry.dispose();
        material.dispose();
      }
    },
  };
};

const solid = (
  geometry: THREE.BufferGeometry,
  vertex: string,
  fragment: string,
  uniforms: Record<string, THREE.IUniform>,
): THREE.Mesh<THREE.BufferGeometry, THREE.ShaderMaterial> => {
  const material = createMaterial(vertex, fragment, uniforms);
  Object.assign(material, {
    blending: THREE.NoBlending,
    transparent: false,
    depthTest: true,
    depthWrite: true,
  });
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
};

/** Half a second for a large façade: remembered, so that no page pays twice. */
const bodies = new WeakMap<FacadeModel, Surface>();
const bodyOf = (facade: FacadeModel): THREE.BufferGeometry => {
  const { positions, normals, triangles } = bodies.get(facade) ?? viewBody(facade);
  bodies.set(facade, { positions, normals, triangles });
  return new THREE.BufferGeometry()
    .setAttribute('position', new THREE.BufferAttribute(positions, 3))
    .setAttribute('normal', new THREE.BufferAttribute(normals, 3))
    .setIndex(new THREE.BufferAttribute(triangles, 1));
};

const aim = (camera: THREE.Camera, gaze: Gaze, aspect: number): void => {
  const { eye, yaw, tilt, left, right, bottom, top } = lensOf(gaze, aspect);
  camera.position.set(...eye);
  camera.rotation.set(tilt, -yaw, 0, 'YXZ');
  camera.updateMatrixWorld();
  camera.projectionMatrix.makePerspective(left * NEAR, right * NEAR, top * NEAR, bottom * NEAR, NEAR, FAR);
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
};
