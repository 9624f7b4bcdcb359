import * as THREE from 'three';
import type { Problem } from '../../core/result.ts';
import type { StageEffect } from './effects/effect.ts';
import type { Instance } from './layer-instance.ts';

/**
 * Shaders are built ahead, in `prepare`, and asked afterwards how they fared: asking while a frame is drawn would wait
 * for the compiler, and a scene change would stall. A shader that fails is named once; its layer stays dark.
 */
export class ShaderCheck {
  private readonly asked = new WeakSet<object>();
  private readonly warm = new WeakSet<StageEffect>();
  private readonly built = new WeakMap<THREE.Object3D, string>();
  private readonly scene = new THREE.Scene();
  private readonly aim = new THREE.WebGLRenderTarget(1, 1, { type: THREE.HalfFloatType, depthBuffer: false });

  constructor(
    private readonly renderer: THREE.WebGLRenderer,
    private readonly camera: THREE.Camera,
    private readonly report: (problem: Problem) => void,
  ) {}

  /** Builds what a layer is drawn with, once and whenever its `shaders` change. Programs differ by target, so a half-float one stands for the stage's own. */
  async build({ holder, layer }: Instance): Promise<void> {
    const key = layer.shaders?.() ?? '';
    if (this.built.get(holder) === key) return;
    this.built.set(holder, key);
    await this.compile(holder);
  }
  /** The passes of an effect, once. */
  async buildPasses(effect: StageEffect): Promise<void> {
    if (this.warm.has(effect)) return;
    this.warm.add(effect);
    for (const { screen } of effect.passes) await this.compile(screen.scene);
  }

  isWarm(effect: StageEffect): boolean {
    return this.warm.has(effect);
  }

  /**
   * Draws what is built where nobody sees it: vertices, textures and the places of uniforms are then known to the card
   * before a frame wants them.
   */
  draw(holder: THREE.Object3D): void {
    this.renderer.setRenderTarget(this.aim);
    try {
      this.renderer.render(this.scene.add(holder), this.camera);
    } finally {
      this.scene.clear();
      this.renderer.setRenderTarget(null);
    }
  }

  private async compile(holder: THREE.Object3D): Promise<void> {
    const before = this.renderer.getRenderTarget();
    this.renderer.setRenderTarget(this.aim);
    const isParallel = this.renderer.extensions.has('KHR_parallel_shader_compile');
    const built = isParallel
      ? this.renderer.compileAsync(holder, this.camera)
      : this.renderer.compile(holder, this.camera);
    this.renderer.setRenderTarget(before);
    await built;
  }

  /** How all programs fared, each asked once; after `build`, so that no answer waits for the compiler. */
  ask(): void {
    const gl = this.renderer.getContext();
    for (const { program } of this.renderer.info.programs ?? []) {
      if (!(program instanceof WebGLProgram) || this.asked.has(program)) continue;
      this.asked.add(program);
      if (gl.isContextLost() || gl.getProgramParameter(program, gl.LINK_STATUS)) continue;
      const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader) ?? '');
      const log = [gl.getProgramInfoLog(program) ?? '', ...logs].join(' ').trim();
      const message = `A shader does not compile on this GPU: ${log || 'no reason given'}. Its layer stays dark.`;
      this.report({ code: 'shader-failed', message, path: '' });
    }
  }

  dispose(): void {
    this.aim.dispose();
  }
}
