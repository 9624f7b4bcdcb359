import * as THREE from 'three';
import type { LineUp, PatternChoice } from '../../../core/control/line-up.ts';
import { NO_LINE_UP } from '../../../core/control/line-up.ts';
import { compileRig, type CompiledOutput, type CompiledRig } from '../../../core/rig/rig.document.ts';
import { noteOf } from '../../../renderer/output/line-up/note.ts';
import { loadLetters } from '../../../renderer/output/line-up/raster/letters.ts';
import { createSheet } from '../../../renderer/output/line-up/sheet.ts';
import { createRenderer } from '../../../renderer/stage/renderer.ts';
import { makeOutput } from '../../core/rig/builders.ts';
import { upright, type Picture } from '../support/picture.ts';

/** Outputs of 320 × 180 as a technician sees them, drawn to a real window's canvas. */
export const SIZE = { width: 320, height: 180 };

export const makeCompiled = (overrides: Record<string, unknown> = {}): CompiledOutput => {
  const output = makeOutput({ ...SIZE, name: 'Left', ...overrides });
  return { ...output, key: output.id.slice(7) };
};
export const makeRig = (outputs: CompiledOutput[]): CompiledRig =>
  compileRig({
    format: 'frise-rig',
    schema: 1,
    records: {
      'rig:test': { title: 'T', facade: { width: 32, height: 18 }, density: 40 },
      ...Object.fromEntries(outputs.map((output) => [output.id, output])),
    },
    order: { 'rig:test': outputs.map(({ id }) => id) },
  });
export const makeLineUp = (over: Partial<LineUp>): LineUp => ({ ...NO_LINE_UP, ...over });

export type Window = {
  renderer: THREE.WebGLRenderer;
  /** What the window shows after `draw`, its pixels as they leave it. */
  shoot(draw: () => void): Picture;
  dispose(): void;
};
export const makeWindow = ({ width, height }: { width: number; height: number }, grey = 0): Window => {
  const canvas = document.createElement('canvas');
  const renderer = createRenderer(canvas, ({ message }) => {
    throw new Error(message);
  });
  renderer.setSize(width, height, false);
  return {
    renderer,
    shoot(draw) {
      renderer.setRenderTarget(null);
      renderer.setClearColor(new THREE.Color(grey, grey, grey), 1);
      renderer.clear();
      draw();
      const gl = renderer.getContext();
      const pixels = new Uint8Array(width * height * 4);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      return upright(pixels, { width, height });
    },
    dispose() {
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
};

/** The sheet of one output over black (or a grey), one to one or smaller. */
export const shootNote = async (
  output: CompiledOutput,
  wish: {
    pattern?: PatternChoice;
    isNamed?: boolean;
    display?: string;
    pixelRatio?: number;
    others?: CompiledOutput[];
  },
): Promise<Picture> => {
  await loadLetters();
  const ratio = wish.pixelRatio ?? 1;
  const window = makeWindow({ width: output.width * ratio, height: output.height * ratio });
  const sheet = createSheet(window.renderer, ratio);
  const lineUp = makeLineUp({
    patterns: wish.pattern ? { [output.key]: wish.pattern } : {},
    identifyUntil: wish.isNamed ? 10 : null,
  });
  const moment = { clock: 5, lineUp, displayOf: () => wish.display ?? null };
  const rig = makeRig([output, ...(wish.others ?? [])]);
  const picture = window.shoot(() => sheet.draw(noteOf(moment, rig, output, ratio)));
  sheet.dispose();
  window.dispose();
  return picture;
};
