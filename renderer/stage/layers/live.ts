import * as THREE from 'three';
import type { LiveParameters } from '../../../core/layers/live.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createStandIn } from '../stand-in.ts';
import { createFilmLook, plainPicture } from './film-look.ts';
import { liveFragment } from './live.glsl.ts';

/** A live input's newest picture, and where there are none its stand-in; both through the same key. */
export const create = (context: LayerContext): StageLayer<LiveParameters> => {
  const { inputs } = context;
  const uniforms = {
    uIsCoded: { value: inputs !== null },
    uMirror: { value: new THREE.Vector2() },
    uKey: { value: 0 },
    uKeyColour: { value: new THREE.Vector3() },
    uKeyRange: { value: 0 },
    uKeySoft: { value: 0 },
    uSpill: { value: 0 },
  };
  const look = createFilmLook(context, liveFragment, uniforms);
  const standIn = inputs === null ? createStandIn(context) : null;
  const pictureOf = (p: LiveParameters) => {
    if (standIn) return standIn.picture(p);
    const live = inputs?.want(p.input);
    return live ? plainPicture(live.texture, live.width, live.height) : null;
  };
  return {
    object: look.object,
    isPlaying: inputs !== null,
    // What comes within moments keeps its camera open.
    looksAhead: true,
    direct: { kind: 'paint', materials: [look.material] },
    extent: () => look.extent(),
    async prepare({ position }, p) {
      inputs?.want(p.input);
      await standIn?.want(p, position);
    },
    update(_times, p) {
      uniforms.uMirror.value.set(p.mirror ? 1 : 0, p.flip ? 1 : 0);
      uniforms.uKey.value = KEYS[p.key];
      uniforms.uKeyColour.value.fromArray(codedOf(p.keyColour));
      uniforms.uKeyRange.value = p.keyRange;
      uniforms.uKeySoft.value = p.keySoft;
      uniforms.uSpill.value = p.spill;
      look.show(pictureOf(p), p);
    },
    dispose() {
      standIn?.dispose();
      look.dispose();
    },
  };
};
const KEYS = { none: 0, dark: 1, bright: 2, colour: 3 } as const;
/** `#rrggbb` as it stands. */
const codedOf = (colour: string): number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16) / 255);
