import * as THREE from 'three';

/**
 * Work targets in half-float linear light, multisampled: sums of light go above 1 until the master brings them down,
 * and eight bits of linear light would band in the dark, where most of this picture lives. Reused by size.
 */
export class Targets {
  private readonly made = new Map<string, THREE.WebGLRenderTarget>();
  constructor(private readonly samples: number) {}

  get(name: string, width: number, height: number): THREE.WebGLRenderTarget {
    const key = `${name}:${width}x${height}`;
    const found = this.made.get(key);
    if (found) return found;
    this.drop(`${name}:`);
    const target = new THREE.WebGLRenderTarget(width, height, {
      type: THREE.HalfFloatType,
      colorSpace: THREE.LinearSRGBColorSpace,
      depthBuffer: false,
      generateMipmaps: false,
      samples: this.samples,
    });
    this.made.set(key, target);
    return target;
  }

  /** Forgets targets whose key starts so: one size of each name is kept. */
  private drop(start: string): void {
    for (const [key, target] of this.made) {
      if (!key.startsWith(start)) continue;
      target.dispose();
      this.made.delete(key);
    }
  }

  dispose(): void {
    this.drop('');
  }
}
