import * as THREE from 'three';
import type { WarpMesh } from '../../../core/rig/warp-mesh.ts';
import { fragmentShader, vertexShader } from './correction.glsl.ts';

export type CanvasRegion = { x: number; y: number; width: number; height: number };

/** Draws one warp mesh with its light map and the projector's response into the current viewport of a target. Owns no texture. */
export class CorrectionPass {
  private readonly scene = new THREE.Scene();
  private readonly camera = new THREE.Camera();
  private readonly uniforms = {
    picture: { value: null as THREE.Texture | null },
    light: { value: null as THREE.DataTexture | null },
    exponent: { value: new THREE.Vector3(1, 1, 1) },
    region: { value: new THREE.Vector4(0, 0, 1, 1) },
    viewport: { value: new THREE.Vector4() },
    frame: { value: 0 },
  };
  private readonly material = new THREE.RawShaderMaterial({
    glslVersion: THREE.GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: this.uniforms,
    side: THREE.DoubleSide,
    blending: THREE.NoBlending,
    toneMapped: false,
  });
  private readonly mesh = new THREE.Mesh(new THREE.BufferGeometry(), this.material);

  constructor(private readonly renderer: THREE.WebGLRenderer) {
    this.mesh.frustumCulled = false;
    this.scene.add(this.mesh);
  }

  setMesh(mesh: WarpMesh): void {
    this.mesh.geometry.dispose();
    this.mesh.geometry = new THREE.BufferGeometry()
      .setAttribute('clip', new THREE.BufferAttribute(new Float32Array(mesh.positions), 4))
      .setAttribute('metres', new THREE.BufferAttribute(new Float32Array(mesh.canvas), 2))
      .setIndex(new THREE.BufferAttribute(mesh.indices, 1));
  }

  /** Null: there is none yet, so nothing is drawn: black, never light that is not blended. */
  setLight(light: THREE.DataTexture | null): void {
    this.uniforms.light.value = light;
  }

  setResponse(gamma: readonly [number, number, number]): void {
    this.uniforms.exponent.value.set(1 / gamma[0], 1 / gamma[1], 1 / gamma[2]);
  }

  /** `region`: what the picture shows, canvas metres. */
  setPicture(picture: THREE.Texture, region: CanvasRegion): void {
    this.uniforms.picture.value = picture;
    this.uniforms.region.value.set(region.x, region.y, region.width, region.height);
  }

  /** Leaves the renderer's target and clear settings as they were. */
  render(target: THREE.WebGLRenderTarget | null, frame: number): void {
    const { renderer } = this;
    const before = { target: renderer.getRenderTarget(), autoClear: renderer.autoClear };
    const clear = { colour: renderer.getClearColor(new THREE.Color()), alpha: renderer.getClearAlpha() };
    renderer.setRenderTarget(target);
    renderer.getCurrentViewport(this.uniforms.viewport.value);
    this.uniforms.frame.value = frame;
    renderer.autoClear = false;
    renderer.setClearColor(0x000000, 1);
    renderer.clear(true, true, false);
    if (this.uniforms.light.value) renderer.render(this.scene, this.camera);
    renderer.setClearColor(clear.colour, clear.alpha);
    renderer.autoClear = before.autoClear;
    renderer.setRenderTarget(before.target);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.material.dispose();
  }
}
