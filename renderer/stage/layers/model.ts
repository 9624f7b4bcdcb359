import * as THREE from 'three';
import type { ModelParameters } from '../../../core/layers/model.ts';
import { extentOf } from '../extent.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createMaterial } from '../material.ts';
import { loadModel } from '../model/load-model.ts';
import { createModelView, type ModelView } from '../model/view-model.ts';

/** A scene drawn into a picture of its own, as fine as the target, and placed like one; drawn again only where it is another. */
const MOST_SIDE = 4096;
const SAMPLES = 4;
const fragment = /* glsl */ `
in vec2 vUv;
uniform sampler2D uPicture;
uniform float uOpacity;
uniform float uLevel;
out vec4 outColour;
void main() { outColour = texture(uPicture, vUv) * vec4(vec3(uOpacity), 1.0) * uLevel; }`;

export const create = (context: LayerContext): StageLayer<ModelParameters> => {
  const uniforms = { uPicture: { value: null as THREE.Texture | null }, uOpacity: { value: 1 } };
  const material = createMaterial(quadVertex, fragment, uniforms);
  const mesh = createQuad(material);
  mesh.visible = false;
  let media: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let view: ModelView | null = null;
  let target: THREE.WebGLRenderTarget | null = null;
  let drawn = '';
  let isDisposed = false;

  const load = async (wanted: string): Promise<void> => {
    const next = createModelView(context.renderer, await loadModel(context.mediaUrl(wanted)));
    await next.build();
    // Another one was wanted meanwhile, or none.
    if (isDisposed || media !== wanted) return next.dispose();
    view = next;
  };
  const want = (p: ModelParameters): Promise<void> => {
    if (p.media === media) return loading;
    media = p.media;
    view?.dispose();
    view = null;
    drawn = '';
    loading = media === null ? Promise.resolve() : load(media);
    loading.catch((error: unknown) =>
      context.report({ code: 'model-unreadable', message: String(error), path: p.media ?? '' }),
    );
    return loading;
  };
  const draw = (shown: ModelView, p: ModelParameters, times: LayerTimes, box: Box): THREE.Texture => {
    const size = sizeOf(box, context.density);
    const t = p.clock === 'free' ? times.free : times.position;
    const wanted = JSON.stringify([size, t, { ...p, x: 0, y: 0, rotation: 0, level: 0 }]);
    target ??= makeTarget(size);
    if (wanted === drawn) return target.texture;
    drawn = wanted;
    target.setSize(size.width, size.height);
    shown.draw(target, p, t);
    return target.texture;
  };
  return {
    object: mesh,
    direct: { kind: 'paint', materials: [material] },
    extent() {
      mesh.updateMatrix();
      return extentOf([mesh.geometry], 0, mesh.matrix);
    },
    prepare: (_times, p) => want(p),
    update(times, p) {
      void want(p).catch(() => undefined);
      mesh.visible = view !== null;
      if (view === null) return;
      const { canvas } = context;
      const box = { x: p.x, y: p.y, width: p.width || canvas.width, height: p.height || canvas.height };
      placeQuad(mesh, box);
      mesh.rotation.z = (p.rotation * Math.PI) / 180;
      uniforms.uPicture.value = draw(view, p, times, box);
      uniforms.uOpacity.value = p.level;
    },
    dispose() {
      isDisposed = true;
      view?.dispose();
      target?.dispose();
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};

type Box = { width: number; height: number };
/** Pixels: in steps of two, so that a target that changes its size a little draws into the same. */
const sizeOf = (box: Box, density: number): Box => {
  const fine = 2 ** Math.ceil(Math.log2(Math.max(1, density)));
  const scale = Math.min(fine, MOST_SIDE / Math.max(box.width, box.height, 1e-3));
  return {
    width: Math.max(4, Math.round(box.width * scale)),
    height: Math.max(4, Math.round(box.height * scale)),
  };
};
const makeTarget = ({ width, height }: Box): THREE.WebGLRenderTarget =>
  new THREE.WebGLRenderTarget(width, height, {
    type: THREE.HalfFloatType,
    samples: SAMPLES,
    magFilter: THREE.LinearFilter,
    minFilter: THREE.LinearFilter,
  });
