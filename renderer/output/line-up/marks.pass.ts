import * as THREE from 'three';
import type { Stroke } from './marks.ts';

/**
 * Strokes over the window, each in its colour with a black seam around it, so that it is seen on any picture. All of
 * them are two draws: the seams, then the colours.
 */
const vertexShader = /* glsl */ `
in vec2 corner; // −1 … 1
in vec4 ends;   // raster pixels
in vec2 look;   // radius, width
in vec3 colour;
uniform vec2 size;
uniform float pixel; // a window pixel, in raster pixels
uniform float seam;
out vec2 at;
flat out vec4 line;
flat out vec2 shape;
flat out vec3 ink;
void main() {
  vec2 along = ends.zw - ends.xy;
  float long_ = length(along);
  vec2 u = long_ > 0.0 ? along / long_ : vec2(1.0, 0.0);
  float thick = max(look.y * 0.5, 0.75 * pixel);
  float reach = look.x + thick + seam + pixel;
  vec2 end = corner.x < 0.0 ? ends.xy : ends.zw;
  at = end + u * corner.x * reach + vec2(-u.y, u.x) * corner.y * reach;
  line = ends;
  shape = vec2(look.x, thick);
  ink = colour;
  gl_Position = vec4(at.x / size.x * 2.0 - 1.0, 1.0 - at.y / size.y * 2.0, 0.0, 1.0);
}`;
const fragmentShader = /* glsl */ `
precision highp float;
in vec2 at;
flat in vec4 line;
flat in vec2 shape;
flat in vec3 ink;
uniform float pixel;
uniform float seam;
uniform bool isSeam;
layout(location = 0) out vec4 signal;
void main() {
  vec2 along = line.zw - line.xy;
  float square = dot(along, along);
  float s = square > 0.0 ? clamp(dot(at - line.xy, along) / square, 0.0, 1.0) : 0.0;
  float d = abs(length(at - line.xy - along * s) - shape.x);
  float cover = clamp((shape.y + (isSeam ? seam : 0.0) - d) / pixel + 0.5, 0.0, 1.0);
  signal = vec4(isSeam ? vec3(0.0) : ink * cover, cover);
}`;
/** Share of the raster's shorter side. */
const SEAM = 0.0015;

export class MarksPass {
  private readonly uniforms = {
    size: { value: new THREE.Vector2(1, 1) },
    pixel: { value: 1 },
    seam: { value: 1 },
    isSeam: { value: true },
  };
  private readonly material = new THREE.RawShaderMaterial({
    glslVersion: THREE.GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: this.uniforms,
    side: THREE.DoubleSide,
    depthTest: false,
    depthWrite: false,
    transparent: true,
    premultipliedAlpha: true,
    toneMapped: false,
  });
  private readonly mesh = new THREE.Mesh(new THREE.BufferGeometry(), this.material);
  private readonly scene = new THREE.Scene();
  private readonly camera = new THREE.Camera();

  constructor(private readonly renderer: THREE.WebGLRenderer) {
    this.mesh.frustumCulled = false;
    this.scene.add(this.mesh);
  }

  /** `raster`: its size; `pixelRatio`: window pixels a raster pixel. */
  set(strokes: readonly Stroke[], raster: { width: number; height: number }, pixelRatio: number): void {
    this.uniforms.size.value.set(raster.width, raster.height);
    this.uniforms.pixel.value = 1 / pixelRatio;
    this.uniforms.seam.value = Math.max(1 / pixelRatio, SEAM * Math.min(raster.width, raster.height));
    this.mesh.geometry.dispose();
    this.mesh.geometry = geometryOf(strokes);
  }

  /** Into the window's present viewport. */
  draw(): void {
    this.renderer.setRenderTarget(null);
    for (const isSeam of [true, false]) {
      this.uniforms.isSeam.value = isSeam;
      // The same material is drawn twice in one frame: its uniforms must go out again.
      this.material.uniformsNeedUpdate = true;
      this.renderer.render(this.scene, this.camera);
    }
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.material.dispose();
  }
}

const geometryOf = (strokes: readonly Stroke[]): THREE.InstancedBufferGeometry => {
  const ends = new Float32Array(strokes.length * 4);
  const look = new Float32Array(strokes.length * 2);
  const colour = new Float32Array(strokes.length * 3);
  strokes.forEach((stroke, index) => {
    ends.set(stroke.from, index * 4);
    ends.set(stroke.to, index * 4 + 2);
    look[index * 2] = stroke.radius;
    look[index * 2 + 1] = stroke.width;
    colour.set(stroke.colour, index * 3);
  });
  const geometry = new THREE.InstancedBufferGeometry();
  const corners = new Float32Array([-1, -1, 1, -1, 1, 1, -1, 1]);
  geometry.setAttribute('corner', new THREE.BufferAttribute(corners, 2));
  geometry.setAttribute('ends', new THREE.InstancedBufferAttribute(ends, 4));
  geometry.setAttribute('look', new THREE.InstancedBufferAttribute(look, 2));
  geometry.setAttribute('colour', new THREE.InstancedBufferAttribute(colour, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.instanceCount = strokes.length;
  return geometry;
};
