import * as THREE from 'three';
import type { Problem } from '../../core/result.ts';

/** A renderer for the stage: no tone mapping, no conversion of its own, device pixels. Throws where WebGL 2 is missing. */
export const createRenderer = (
  canvas: HTMLCanvasElement,
  report: (problem: Problem) => void,
): THREE.WebGLRenderer => {
  const renderer = new THREE.WebGLRenderer({
    canvas,
    antialias: false,
    alpha: false,
    depth: true,
    powerPreference: 'high-performance',
  });
  renderer.outputColorSpace = THREE.LinearSRGBColorSpace;
  renderer.toneMapping = THREE.NoToneMapping;
  renderer.setPixelRatio(1);
  renderer.autoClear = false;
  renderer.debug.onShaderError = (gl, program, vertexShader, fragmentShader) => {
    const log = [vertexShader, fragmentShader].map((shader) => gl.getShaderInfoLog(shader) ?? '').join(' ');
    const message = `A shader does not compile on this GPU: ${log || gl.getProgramInfoLog(program)}`;
    report({ code: 'shader-failed', message, path: '' });
  };
  return renderer;
};
