import * as THREE from 'three';
import { animationTime, type ModelParameters } from '../../../core/layers/model.ts';
import { linearInto } from '../colour.ts';
import type { LoadedModel } from './load-model.ts';

/** A loaded scene as it stands at a time and is seen by its camera: the same picture for the same values, always. */
export interface ModelView {
  /** Draws into `target`: premultiplied linear light. Leaves the renderer as it was. */
  draw(target: THREE.WebGLRenderTarget, parameters: ModelParameters, t: number): void;
  /** Builds the shaders ahead. */
  build(): Promise<unknown>;
  dispose(): void;
}
const RADIAN = Math.PI / 180;
/** A white wall that faces the sun is white. */
const SUN = Math.PI;

export const createModelView = (renderer: THREE.WebGLRenderer, model: LoadedModel): ModelView => {
  const { scene, root, animations } = model;
  const camera = new THREE.PerspectiveCamera();
  const sun = new THREE.DirectionalLight();
  const sky = new THREE.HemisphereLight(0xffffff, 0x808080);
  scene.add(sun, sun.target, sky);
  const mixer = new THREE.AnimationMixer(root);
  const actions = animations.map((clip) => mixer.clipAction(clip));
  const pose = (p: ModelParameters, t: number): void => {
    actions.forEach((action, i) => {
      const isOn = p.animation === 0 || p.animation === i + 1;
      if (!isOn) return void action.stop();
      action.play();
      action.time = animationTime(p, t, action.getClip().duration);
    });
    // No time passes by itself: each pose is of its own instant.
    mixer.update(0);
  };
  const look = (p: ModelParameters, aspect: number): void => {
    const target = new THREE.Vector3(p.targetX, p.targetY, p.targetZ);
    direction(camera.position, p.turn, p.tilt).multiplyScalar(p.distance).add(target);
    camera.up.set(0, 1, 0);
    camera.lookAt(target);
    camera.rotateZ(-p.roll * RADIAN);
    camera.fov = p.lens;
    camera.aspect = aspect;
    camera.near = Math.max(1e-3, (p.distance - 4) / 10, p.distance / 1000);
    camera.far = p.distance + 20;
    camera.updateProjectionMatrix();
  };
  const light = (p: ModelParameters): void => {
    linearInto(sun.color, p.sunColour);
    sun.intensity = p.sun * SUN;
    direction(sun.position, p.sunTurn, p.sunTilt);
    sky.intensity = p.ambient * SUN;
  };
  const before = new THREE.Color();
  return {
    build: () => renderer.compileAsync(scene, camera),
    draw(target, p, t) {
      pose(p, t);
      look(p, target.width / target.height);
      light(p);
      const wasOn = renderer.getRenderTarget();
      const alpha = renderer.getClearAlpha();
      renderer.getClearColor(before);
      renderer.setRenderTarget(target);
      renderer.setClearColor(0, 0);
      renderer.clear(true, true, true);
      renderer.render(scene, camera);
      renderer.setClearColor(before, alpha);
      renderer.setRenderTarget(wasOn);
    },
    dispose() {
      mixer.uncacheRoot(root);
      sun.dispose();
      sky.dispose();
      model.dispose();
    },
  };
};

/** Unit vector to where something stands: turned from the front (z) to the right (x), then up. */
const direction = (into: THREE.Vector3, turn: number, tilt: number): THREE.Vector3 =>
  into.set(
    Math.sin(turn * RADIAN) * Math.cos(tilt * RADIAN),
    Math.sin(tilt * RADIAN),
    Math.cos(turn * RADIAN) * Math.cos(tilt * RADIAN),
  );
