import * as THREE from 'three';
import type { DrawingParameters } from '../../../core/layers/drawing.ts';
import { extentOf } from '../extent.ts';
import { boundsOf } from '../geometry/fill.ts';
import { SHARPEST } from '../geometry/stroke.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { svgLines, type SvgPath } from '../svg-lines.ts';
import { createInk, setInk } from './ink.ts';

type Read = { paths: SvgPath[]; box: { x: number; y: number; width: number; height: number } };

export const create = (context: LayerContext): StageLayer<DrawingParameters> => {
  const ink = createInk();
  const part = ink.part(0);
  let wanted: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let read: Read | null = null;
  let drawn: Read | null = null;

  const load = async (media: string): Promise<void> => {
    const answer = await fetch(context.mediaUrl(media));
    if (!answer.ok) throw new Error(`${media} can't be read: ${answer.status}; check the file`);
    const paths = svgLines(await answer.text());
    const box = boundsOf(paths.flatMap(({ lines }) => lines.flatMap(({ points }) => points)));
    if (wanted === media) read = { paths, box };
  };
  const want = (media: string | null): Promise<void> => {
    if (media === wanted) return loading;
    [wanted, read] = [media, null];
    loading = media === null ? Promise.resolve() : load(media);
    return loading;
  };
  return {
    object: part.object,
    get direct() {
      return { kind: 'coats', materials: ink.materials } as const;
    },
    extent() {
      const shown = [part.fill, part.stroke].filter((mesh) => mesh.visible).map((mesh) => mesh.geometry);
      return extentOf(
        shown,
        part.stroke.visible ? ink.uniforms.uReach.value * SHARPEST : 0,
        part.object.matrix,
      );
    },
    prepare: (_times, p) => want(p.media),
    update(_times, p) {
      want(p.media).catch((error: unknown) =>
        context.report({ code: 'image-unreadable', message: String(error), path: p.media ?? '' }),
      );
      part.object.visible = read !== null;
      if (!read) return;
      const { paths } = read;
      if (drawn !== read)
        part.set(
          paths.map(({ lines }) => lines),
          (copy) => copy,
          (copy) => paths[copy]?.isFilled ?? true,
        );
      drawn = read;
      const scale = place(part.object, read.box, p);
      setInk(ink.uniforms, p, { scale, copies: paths.length, density: context.density });
      part.show(p);
    },
    dispose() {
      wanted = null;
      part.dispose();
      ink.dispose();
    },
  };
};

/** Fits the file's box into the room and turns it about its middle. @returns metres of one of the file's units */
const place = (object: THREE.Object3D, box: Read['box'], p: DrawingParameters): number => {
  const scale = Math.max(1e-9, Math.min(p.width / box.width, p.height / box.height));
  object.matrix
    .makeTranslation(p.x + p.width / 2, p.y + p.height / 2, 0)
    .multiply(new THREE.Matrix4().makeRotationZ((p.rotation * Math.PI) / 180))
    .multiply(new THREE.Matrix4().makeScale(scale, scale, 1))
    .multiply(new THREE.Matrix4().makeTranslation(-box.x - box.width / 2, -box.y - box.height / 2, 0));
  object.matrixWorldNeedsUpdate = true;
  return scale;
};
