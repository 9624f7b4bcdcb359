import * as THREE from 'three';

/**
 * Work targets in half-float linear light: sums of light go above 1 until the master brings them down, and eight bits
 * of linear light would band in the dark, where most of this picture lives. What no draw has used for a while (another
 * size of the window, a scene that is over) is freed.
 */
const KEPT_DRAWS = 240;
type Kind = {
  samples: number;
  hasDepth: boolean;
  /** Read between its texels. */
  isSmooth?: boolean;
};
type Made = { target: THREE.WebGLRenderTarget; lastUsed: number };

export class Targets {
  private readonly made = new Map<string, Made>();
  private readonly lent = new Set<THREE.WebGLRenderTarget>();
  private tick = 0;
  constructor(private readonly mostSamples: number) {}

  begin(): void {
    this.tick += 1;
    // What a draw that threw had borrowed.
    this.lent.clear();
    for (const [key, { target, lastUsed }] of this.made) {
      if (this.tick - lastUsed <= KEPT_DRAWS) continue;
      target.dispose();
      this.made.delete(key);
    }
  }

  get(name: string, width: number, height: number, kind: Kind): THREE.WebGLRenderTarget {
    const key = `${name}:${width}x${height}x${kind.samples}:${kind.hasDepth}:${kind.isSmooth ?? false}`;
    const found = this.made.get(key) ?? { target: this.make(width, height, kind), lastUsed: 0 };
    this.made.set(key, found);
    found.lastUsed = this.tick;
    return found.target;
  }

  /** One that nobody else has; until it is given back. */
  borrow(width: number, height: number, kind: Kind): THREE.WebGLRenderTarget {
    for (let place = 0; ; place += 1) {
      const target = this.get(`lent ${place}`, width, height, kind);
      if (this.lent.has(target)) continue;
      this.lent.add(target);
      return target;
    }
  }
  giveBack(target: THREE.WebGLRenderTarget): void {
    this.lent.delete(target);
  }

  private make(
    width: number,
    height: number,
    { samples, hasDepth, isSmooth }: Kind,
  ): THREE.WebGLRenderTarget {
    return new THREE.WebGLRenderTarget(width, height, {
      type: THREE.HalfFloatType,
      colorSpace: THREE.LinearSRGBColorSpace,
      depthBuffer: hasDepth,
      generateMipmaps: false,
      minFilter: isSmooth ? THREE.LinearFilter : THREE.NearestFilter,
      magFilter: isSmooth ? THREE.LinearFilter : THREE.NearestFilter,
      samples: Math.min(samples, this.mostSamples),
    });
  }

  dispose(): void {
    for (const { target } of this.made.values()) target.dispose();
    this.made.clear();
  }
}
