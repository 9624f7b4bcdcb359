import * as THREE from 'three';
import type { HalftoneParameters } from '../../../core/layers/halftone.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { createPictureHolder, type Picture } from '../picture.ts';
import { fitted } from './placement.ts';
import { halftoneFragment } from './halftone.glsl.ts';

const RADIAN = Math.PI / 180;
const LOOKS = { dots: 0, lines: 1, cross: 2, engraved: 3 } as const;

export const create = (context: LayerContext): StageLayer<HalftoneParameters> => {
  const uniforms = createUniforms();
  const material = createMaterial(quadVertex, halftoneFragment, uniforms);
  const mesh = createQuad(material);
  const holder = createPictureHolder(context);
  return {
    object: mesh,
    direct: { kind: 'paint', materials: [material] },
    extent() {
      mesh.updateMatrix();
      return extentOf([mesh.geometry], 0, mesh.matrix);
    },
    prepare: (_times, p) => holder.want(p.media),
    update(_times, p) {
      const shown = holder.shown(p.media);
      mesh.visible = shown !== null;
      if (!shown) return;
      const box = fitted(uniforms.uCrop.value, shown, p, context.canvas);
      placeQuad(mesh, box);
      mesh.rotation.z = p.rotation * RADIAN;
      setUniforms(uniforms, p, shown, box);
    },
    dispose() {
      holder.dispose();
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};

const createUniforms = () =>
  ({
    uPicture: { value: null as THREE.Texture | null },
    uCrop: { value: new THREE.Vector4(0, 0, 1, 1) },
    uPlace: { value: new THREE.Vector4() },
    uTurn: { value: new THREE.Vector2(1, 0) },
    uScreen: { value: new THREE.Vector2(1, 0) },
    uLook: { value: 0 },
    uPitch: { value: 1 },
    uLod: { value: 0 },
    uRelief: { value: 0 },
    uGain: { value: 1 },
    uContrast: { value: 1 },
    uInverted: { value: false },
    uOwn: { value: false },
    uAmount: { value: 1 },
    uColour: { value: new THREE.Color() },
  }) satisfies Uniforms;

const setUniforms = (
  u: ReturnType<typeof createUniforms>,
  p: HalftoneParameters,
  picture: Picture,
  box: { x: number; y: number; width: number; height: number },
): void => {
  const turned = (target: THREE.Vector2, degrees: number) =>
    target.set(Math.cos(degrees * RADIAN), Math.sin(degrees * RADIAN));
  u.uPicture.value = picture.texture;
  u.uPlace.value.set(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2);
  turned(u.uTurn.value, p.rotation);
  turned(u.uScreen.value, p.angle);
  u.uLook.value = LOOKS[p.look];
  u.uPitch.value = p.pitch;
  // The level at which a texel is half a pitch.
  const texels = (p.pitch / Math.max(box.width, 1e-6)) * picture.width * u.uCrop.value.z;
  u.uLod.value = Math.max(0, Math.log2(Math.max(texels, 1e-6)) - 1);
  u.uRelief.value = p.relief;
  u.uGain.value = p.gain;
  u.uContrast.value = p.contrast;
  u.uInverted.value = p.inverted;
  u.uOwn.value = p.colouring === 'picture';
  u.uAmount.value = p.screen;
  linearInto(u.uColour.value, p.colour).multiplyScalar(p.level);
};
