import * as THREE from 'three';
import { GLTFLoader, type GLTF } from 'three/addons/loaders/GLTFLoader.js';
import { checkGlb, MOST_MODEL_BYTES } from '../../../core/media/glb.ts';

/**
 * A .glb as a scene about the origin, with a radius of 1. Nothing is fetched but the file itself: what
 * names anything else is refused before it is read, and the loader's own door is shut as well.
 */
export type LoadedModel = {
  scene: THREE.Scene;
  animations: readonly THREE.AnimationClip[];
  root: THREE.Object3D;
  dispose(): void;
};

export const readModel = async (bytes: ArrayBuffer): Promise<GLTF> => {
  const checked = checkGlb(bytes);
  if (!checked.ok) throw new Error(checked.message);
  const manager = new THREE.LoadingManager();
  manager.setURLModifier((url) => {
    if (/^(?:blob:|data:image\/)/.test(url)) return url;
    throw new Error('the file names another one');
  });
  const loader = new GLTFLoader(manager);
  // Pictures through <img>: a page may fetch nothing but from its own host, not even what it made itself.
  loader.register((parser) => {
    Object.assign(parser, { textureLoader: new THREE.TextureLoader(manager) });
    return { name: 'frise-pictures' };
  });
  return loader.parseAsync(bytes, '');
};

export const loadModel = async (url: string): Promise<LoadedModel> => {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url} was answered with ${reply.status}`);
  if (Number(reply.headers.get('content-length')) > MOST_MODEL_BYTES)
    throw new Error('the model is larger than 256 MB: simplify it, and make its pictures smaller');
  const { scene: root, animations } = await readModel(await reply.arrayBuffer());
  const scene = new THREE.Scene();
  scene.add(centred(root));
  dull(root);
  return {
    scene,
    root,
    animations,
    dispose() {
      disposeOf(root);
    },
  };
};

/** There is no room for a metal to mirror (it costs a software renderer half a minute): pure ones would be black. */
const MOST_METAL = 0.5;
const dull = (root: THREE.Object3D): void =>
  root.traverse((each) => {
    if (!(each instanceof THREE.Mesh)) return;
    for (const material of [each.material].flat())
      if (material instanceof THREE.MeshStandardMaterial)
        material.metalness = Math.min(MOST_METAL, material.metalness);
  });

const centred = (root: THREE.Object3D): THREE.Group => {
  const ball = new THREE.Box3().setFromObject(root, true).getBoundingSphere(new THREE.Sphere());
  if (!(ball.radius > 0) || !Number.isFinite(ball.radius))
    throw new Error('the model shows nothing: export its meshes');
  const middle = new THREE.Group();
  middle.add(root);
  middle.scale.setScalar(1 / ball.radius);
  middle.position.copy(ball.center).multiplyScalar(-1 / ball.radius);
  return middle;
};

const disposeOf = (root: THREE.Object3D): void =>
  root.traverse((each) => {
    if (!(each instanceof THREE.Mesh)) return;
    each.geometry.dispose();
    if (each instanceof THREE.SkinnedMesh) each.skeleton.dispose();
    for (const material of [each.material].flat()) {
      for (const value of Object.values(material)) if (value instanceof THREE.Texture) value.dispose();
      material.dispose();
    }
  });
