import * as THREE from 'three';
import type { PackedLight } from './light-request.ts';

/**
 * The light map on the graphics card. A new one is brought over a slice a frame into a second texture while the first
 * is drawn with, so that no frame waits for megabytes; then the two change places.
 */
export class LightTexture {
  private shown: THREE.DataTexture | null = null;
  private hidden: THREE.DataTexture | null = null;
  private coming: { light: PackedLight; source: THREE.DataTexture; rows: number; done: () => void } | null =
    null;

  constructor(private readonly renderer: THREE.WebGLRenderer) {}

  /** What is drawn with; null before the first map. */
  get texture(): THREE.DataTexture | null {
    return this.shown;
  }

  /** At once, however long it takes. */
  set(light: PackedLight): void {
    this.coming = null;
    this.shown?.dispose();
    this.shown = textureOf(light, light.texels);
  }

  /** Begins to bring it over; one that is still coming is forgotten. `done`: it is drawn with from now on. */
  offer(light: PackedLight, done: () => void): void {
    if (this.hidden && !isAsLarge(this.hidden, light)) {
      this.hidden.dispose();
      this.hidden = null;
    }
    this.hidden ??= emptyTexture(light);
    this.coming = { light, source: textureOf(light, light.texels), rows: 0, done };
  }

  /** Once a frame: the next slice. */
  advance(): void {
    const { coming, hidden } = this;
    if (!coming || !hidden) return;
    const { width, height } = coming.light;
    const to = Math.min(height, coming.rows + Math.max(1, Math.floor(SLICE / (width * TEXEL))));
    const slice = new THREE.Box2(new THREE.Vector2(0, coming.rows), new THREE.Vector2(width, to));
    this.renderer.copyTextureToTexture(coming.source, hidden, slice, new THREE.Vector2(0, coming.rows));
    coming.rows = to;
    if (to < height) return;
    this.coming = null;
    keep(hidden, coming.light);
    [this.shown, this.hidden] = [hidden, this.shown];
    coming.done();
  }

  dispose(): void {
    this.coming = null;
    this.shown?.dispose();
    this.hidden?.dispose();
  }
}

/** Bytes a frame, and a texel. */
const SLICE = 1 << 20;
const TEXEL = 8;

type Size = { width: number; height: number };
const isAsLarge = (texture: THREE.DataTexture, { width, height }: Size): boolean =>
  texture.image.width === width && texture.image.height === height;

const textureOf = ({ width, height }: Size, data: Uint16Array<ArrayBuffer> | null): THREE.DataTexture => {
  const texture = new THREE.DataTexture(data, width, height, THREE.RGBAFormat, THREE.HalfFloatType);
  texture.minFilter = texture.magFilter = THREE.LinearFilter;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  return texture;
};
/** What a graphics card that was lost gets anew. */
const keep = (texture: THREE.DataTexture, { texels }: PackedLight): void => {
  texture.image.data = texels;
  texture.source.dataReady = true;
};
/** Room on the card, with nothing brought there yet. */
const emptyTexture = (size: Size): THREE.DataTexture => {
  const texture = textureOf(size, null);
  texture.source.dataReady = false;
  return texture;
};
