import * as THREE from 'three';
import type { FrameLayer } from '../../core/playback/frame.ts';
import { seedOf } from '../../core/layers/hash.ts';
import { layerTypes } from '../../core/layers/registry.ts';
import type { Problem } from '../../core/result.ts';
import type { LayerContext, LayerFactory, StageLayer } from './layer.ts';
import { createParameterCache, type Parsed } from './parameters.ts';

/** A living layer, as the pool keeps it. */
export type Instance = {
  key: string;
  readonly clip: string;
  readonly type: string;
  readonly layer: StageLayer;
  /** Parent of the layer's object; its renderOrder sorts whole layers. */
  readonly holder: THREE.Group;
  readonly parse: (raw: Record<string, unknown>) => Parsed;
  /** The same for times ahead, so that the two don't take turns. */
  readonly parseAhead: (raw: Record<string, unknown>) => Parsed;
  hasPicture: boolean;
  /** All that its first drawing needs is on the card. */
  isRehearsed: boolean;
  /** Expected at any time, so that it outlives what is only kept. */
  isStanding: boolean;
  lastUsed: number;
};
export type LayerMaking = {
  factories: Record<string, LayerFactory>;
  contextOf(clip: string, seed: number, report: (problem: Problem) => void): LayerContext;
};

/** Problems of layers, each said once, though it comes again with every frame. */
export interface LayerReports {
  /** Of the clip of this layer. */
  say(frame: FrameLayer, code: string, message: string): void;
  once(key: string, problem: Problem): void;
}
export const createLayerReports = (report: (problem: Problem) => void): LayerReports => {
  const said = new Set<string>();
  const once = (key: string, problem: Problem): void => {
    if (said.has(key)) return;
    said.add(key);
    report(problem);
  };
  return {
    once,
    say: (frame, code, message) => once(`${frame.key}:${code}`, { code, message, path: frame.clip }),
  };
};
export const says = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The layer of a frame's clip, not drawn yet; null: it can't be made, which has been said. */
export const makeInstance = (
  { factories, contextOf }: LayerMaking,
  reports: LayerReports,
  frame: FrameLayer,
): Instance | null => {
  const factory = factories[frame.type];
  const definition = layerTypes[frame.type];
  if (!factory || !definition) {
    const message = `No layer type is called "${frame.type}"; choose another for the clip.`;
    reports.say(frame, 'layer-unknown', message);
    return null;
  }
  const report = ({ path, ...problem }: Problem): void =>
    reports.once(`${frame.clip}:${problem.code}:${problem.message}`, {
      ...problem,
      path: path.startsWith('.') ? `${frame.clip}${path}` : path,
    });
  try {
    const layer = factory(contextOf(frame.clip, seedOf(frame.clip), report));
    const holder = new THREE.Group();
    holder.add(layer.object);
    return {
      key: frame.key,
      clip: frame.clip,
      type: frame.type,
      layer,
      holder,
      parse: createParameterCache(definition, frame.clip),
      parseAhead: createParameterCache(definition, frame.clip),
      hasPicture: false,
      isRehearsed: false,
      isStanding: false,
      lastUsed: 0,
    };
  } catch (error) {
    reports.say(frame, 'layer-failed', `${says(error)}. The layer stays dark.`);
    return null;
  }
};
