import * as THREE from 'three';
import { gearLines, trainOf } from '../../../core/layers/gear-form.ts';
import type { GearsParameters } from '../../../core/layers/gears.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createNews } from '../news.ts';
import { createInk, type InkPart, setInk } from './ink.ts';

const RADIAN = Math.PI / 180;
/** An ink for each: the light stands while wheels turn. */
type Wheel = { ink: ReturnType<typeof createInk>; part: InkPart };

export const create = (context: LayerContext): StageLayer<GearsParameters> => {
  const object = new THREE.Group();
  let wheels: Wheel[] = [];
  const isNew = createNews();
  const clear = (): void => {
    object.clear();
    for (const { ink, part } of wheels) {
      part.dispose();
      ink.dispose();
    }
  };
  const build = (p: GearsParameters): void => {
    if (!isNew(p.teeth, p.module, p.spokes, p.hub, p.bore)) return;
    clear();
    wheels = p.teeth.map((teeth, i) => {
      const ink = createInk();
      const part = ink.part(i);
      part.set([gearLines(p, teeth)], () => i);
      object.add(part.object);
      return { ink, part };
    });
  };
  return {
    object,
    get direct() {
      return { kind: 'coats', materials: wheels.flatMap(({ ink }) => ink.materials) } as const;
    },
    prepare: async (_times, p) => build(p),
    update(times, p) {
      build(p);
      const t = p.clock === 'free' ? times.free : times.position;
      trainOf(p, (p.rotation + p.spin * t) * RADIAN).forEach(({ x, y, angle }, i) => {
        const wheel = wheels[i];
        if (!wheel) return;
        wheel.part.object.matrix.makeRotationZ(angle).setPosition(x, y, 0);
        wheel.part.show(p);
        const shadeAngle = p.shadeAngle - angle / RADIAN;
        const measure = { scale: 1, copies: p.teeth.length, density: context.density };
        setInk(wheel.ink.uniforms, { ...p, shadeAngle }, measure);
      });
      object.updateMatrixWorld(true);
    },
    dispose: clear,
  };
};
