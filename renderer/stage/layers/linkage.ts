import * as THREE from 'three';
import { linkageParts } from '../../../core/layers/linkage-motion.ts';
import type { LinkageParameters } from '../../../core/layers/linkage.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createNews } from '../news.ts';
import { createInk, type InkPart, setInk } from './ink.ts';

const RADIAN = Math.PI / 180;
/** An ink for each: the light stands while parts turn. */
type Moving = {
  ink: ReturnType<typeof createInk>;
  part: InkPart;
  at: ReturnType<typeof linkageParts>[number]['at'];
};

export const create = (context: LayerContext): StageLayer<LinkageParameters> => {
  const object = new THREE.Group();
  let parts: Moving[] = [];
  const isNew = createNews();
  const clear = (): void => {
    object.clear();
    for (const { ink, part } of parts) {
      part.dispose();
      ink.dispose();
    }
  };
  const build = (p: LinkageParameters): void => {
    const { kind, crank, rod, bore, bar, wheels, wheel, spacing, beam } = p;
    if (!isNew(kind, crank, rod, bore, bar, wheels, wheel, spacing, beam)) return;
    clear();
    parts = linkageParts(p).map(({ lines, at }, i) => {
      const ink = createInk();
      const part = ink.part(i);
      part.set([lines], () => i);
      object.add(part.object);
      return { ink, part, at };
    });
  };
  return {
    object,
    get direct() {
      return { kind: 'coats', materials: parts.flatMap(({ ink }) => ink.materials) } as const;
    },
    prepare: async (_times, p) => build(p),
    update(times, p) {
      build(p);
      const t = p.clock === 'free' ? times.free : times.position;
      object.position.set(p.x, p.y, 0);
      object.rotation.z = p.rotation * RADIAN;
      const measure = { scale: 1, copies: parts.length, density: context.density };
      for (const { ink, part, at } of parts) {
        const { x, y, angle } = at((p.angle + p.spin * t) * RADIAN);
        part.object.matrix.makeRotationZ(angle).setPosition(x, y, 0);
        part.show(p);
        setInk(ink.uniforms, { ...p, shadeAngle: p.shadeAngle - p.rotation - angle / RADIAN }, measure);
      }
      object.updateMatrixWorld(true);
    },
    dispose: clear,
  };
};
