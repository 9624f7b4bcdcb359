import type * as THREE from 'three';
import type { PageFacts } from '../../core/control/report-facts.ts';

/** What this page draws with, for the pre-flight. Names and limits are read once; scale and HDR may change. */
export const createPageFacts = (
  canvas: HTMLCanvasElement,
  renderer: THREE.WebGLRenderer,
): (() => PageFacts) => {
  const gl = renderer.getContext();
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  const { maxTextureSize } = renderer.capabilities;
  const range = matchMedia('(dynamic-range: high)');
  return () => ({
    width: canvas.width,
    height: canvas.height,
    scale: devicePixelRatio,
    renderer: String(name).slice(0, 300),
    maxTexture: maxTextureSize,
    hdr: range.matches,
  });
};
