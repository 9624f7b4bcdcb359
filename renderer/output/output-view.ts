import type * as THREE from 'three';
import type { CompiledOutput, CompiledRig } from '../../core/rig/rig.document.ts';
import type { Documents } from './documents.ts';
import { createOverlay } from './line-up/overlay.ts';
import { createPatterns } from './line-up/patterns.ts';
import { createSheet } from './line-up/sheet.ts';
import { isNamed, noteOf } from './line-up/note.ts';
import { outputPicture, type Picture } from './picture.ts';
import type { Moment, View } from './view.ts';

/**
 * One projector: the show or a pattern of the canvas through its correction, or a pattern of its raster as it is; over
 * it the marks of whoever lines it up. null: the rig has no such output, or a document has not come yet.
 */
export const outputView = (
  renderer: THREE.WebGLRenderer,
  documents: Documents,
  key: string,
  room: { width: number; height: number } | null,
): View | null => {
  const { show, facade } = documents;
  if (!documents.rig || !show || !facade) return null;
  const picture = outputPicture(renderer, documents.rig, facade, key, show.show.canvas, room, 'live');
  if (!picture) return null;
  const patterns = createPatterns(renderer, picture, { canvas: show.show.canvas, facade, own: key });
  const sheet = createSheet(renderer, picture.pixelRatio);
  const overlay = createOverlay(renderer, picture, facade);
  let rig: CompiledRig = documents.rig;
  let output = outputIn(rig, key);
  const owners = [patterns, sheet, overlay, picture];

  return {
    width: picture.width,
    height: picture.height,
    get light() {
      return picture.light;
    },
    draw(moment) {
      const pattern = moment.lineUp.patterns[key] ?? null;
      if (pattern?.space !== 'output') {
        if (!pattern) showIn(picture, moment, output, patterns.forget);
        else patterns.draw(pattern.name, rig);
        picture.render(moment.frame);
      }
      sheet.draw(noteOf(moment, rig, output, picture.pixelRatio));
      // A fine mesh over a name would make it unreadable.
      if (!isNamed(moment)) overlay.draw(moment.lineUp.marks[key] ?? null, rig, output);
    },
    follow(next) {
      if (!next.rig || !picture.setRig(next.rig, facade, next.isDragging)) return false;
      rig = next.rig;
      output = outputIn(rig, key);
      patterns.rigChanged();
      return true;
    },
    dispose() {
      for (const owner of owners) owner.dispose();
    },
  };
};

const showIn = (
  picture: Picture,
  moment: Moment,
  { latencyMs }: CompiledOutput,
  forget: () => void,
): void => {
  forget();
  moment.show(latencyMs / 1000, picture.region, picture.target);
};

const outputIn = (rig: CompiledRig, key: string): CompiledOutput => {
  const output = rig.outputs.find((each) => each.key === key);
  if (!output) throw new Error(`output-missing: the rig has no output "${key}"`);
  return output;
};
