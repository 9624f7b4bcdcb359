import * as THREE from 'three';
import type { WavesParameters } from '../../../core/layers/waves.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { wavesFragment } from './waves.glsl.ts';

const KINDS = { ripples: 0, field: 1, trace: 2 } as const;

export const create = (context: LayerContext): StageLayer<WavesParameters> => {
  const uniforms = createUniforms();
  const material = createMaterial(quadVertex, wavesFragment, uniforms, 'light');
  const mesh = createQuad(material);
  placeQuad(mesh, { x: 0, y: 0, ...context.canvas });
  return {
    object: mesh,
    direct: { kind: 'light', materials: [material] },
    isSmooth: true,
    prepare: async () => undefined,
    update(times, p) {
      const t = p.clock === 'free' ? times.free : times.position;
      uniforms.uKind.value = KINDS[p.kind];
      uniforms.uLines.value = p.look === 'lines';
      uniforms.uCount.value = p.sources.length;
      p.sources.forEach(([x, y], i) => uniforms.uSources.value[i]?.set(x, y));
      uniforms.uWavelength.value = p.wavelength;
      uniforms.uTurns.value = t * p.frequency;
      uniforms.uAmplitude.value = p.amplitude;
      uniforms.uLineCount.value = p.lines;
      uniforms.uPitch.value = p.pitch;
      uniforms.uFall.value = p.fall;
      uniforms.uBase.value = p.y;
      uniforms.uProgress.value = p.progress;
      const { width, height } = context.canvas;
      uniforms.uFarthest.value = p.kind === 'trace' ? width : Math.hypot(width, height);
      uniforms.uWidth.value = p.strokeWidth;
      uniforms.uGlow.value = p.glow;
      uniforms.uGlowLevel.value = p.glowLevel;
      linearInto(uniforms.uColour.value, p.colour).multiplyScalar(p.level);
      linearInto(uniforms.uTrough.value, p.trough).multiplyScalar(p.level);
    },
    dispose() {
      mesh.geometry.dispose();
      material.dispose();
    },
  };
};

const createUniforms = () =>
  ({
    uKind: { value: 0 },
    uLines: { value: false },
    uCount: { value: 0 },
    uSources: { value: Array.from({ length: 8 }, () => new THREE.Vector2()) },
    uWavelength: { value: 1 },
    uTurns: { value: 0 },
    uAmplitude: { value: 1 },
    uLineCount: { value: 1 },
    uPitch: { value: 1 },
    uFall: { value: 0 },
    uBase: { value: 0 },
    uProgress: { value: 1 },
    uFarthest: { value: 1 },
    uWidth: { value: 0.1 },
    uGlow: { value: 0 },
    uGlowLevel: { value: 0 },
    uColour: { value: new THREE.Color() },
    uTrough: { value: new THREE.Color() },
  }) satisfies Uniforms;
