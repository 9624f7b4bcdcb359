import * as THREE from 'three';

/** What the correction is held against: a full-screen pass of one triangle. */
export interface BenchPass {
  render(target: THREE.WebGLRenderTarget): void;
  dispose(): void;
}

const vertexShader = `in vec2 corner; out vec2 at;
void main() { at = corner * 0.5 + 0.5; gl_Position = vec4(corner, 0.0, 1.0); }`;

const makePass = (
  renderer: THREE.WebGLRenderer,
  fragmentShader: string,
  textures: Record<string, THREE.Texture>,
): BenchPass => {
  const material = new THREE.RawShaderMaterial({
    glslVersion: THREE.GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: Object.fromEntries(Object.entries(textures).map(([name, value]) => [name, { value }])),
    depthTest: false,
    depthWrite: false,
    blending: THREE.NoBlending,
  });
  const triangle = new THREE.BufferAttribute(new Float32Array([-1, -1, 3, -1, -1, 3]), 2);
  const geometry = new THREE.BufferGeometry().setAttribute('corner', triangle).setIndex([0, 1, 2]);
  const mesh = new THREE.Mesh(geometry, material);
  mesh.frustumCulled = false;
  const camera = new THREE.Camera();
  return {
    render(target) {
      renderer.setRenderTarget(target);
      renderer.render(mesh, camera);
      renderer.setRenderTarget(null);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
};

/** The least that brings a picture to the screen. */
export const makeCopy = (renderer: THREE.WebGLRenderer, picture: THREE.Texture): BenchPass =>
  makePass(
    renderer,
    `precision highp float; uniform sampler2D picture; in vec2 at; out vec4 colour;
void main() { colour = texture(picture, at); }`,
    { picture },
  );

/**
 * The usual way of media servers and of MPCDI players: where each pixel looks stands in a float texture, its soft edge
 * in another, and a power law follows. Without the exactness of ours: no black level, no channels apart, no dither.
 */
export const makePerPixel = (
  renderer: THREE.WebGLRenderer,
  picture: THREE.Texture,
  { width, height }: { width: number; height: number },
): BenchPass => {
  const places = new Float32Array(width * height * 4);
  const edge = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i += 1)
    places.set([((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height, 0, 1], i * 4);
  const warp = new THREE.DataTexture(places, width, height, THREE.RGBAFormat, THREE.FloatType);
  const blend = new THREE.DataTexture(edge, width, height);
  for (const texture of [warp, blend]) texture.needsUpdate = true;
  const pass = makePass(
    renderer,
    `precision highp float; precision highp sampler2D;
uniform sampler2D warp; uniform sampler2D picture; uniform sampler2D blend; in vec2 at; out vec4 colour;
void main() {
  vec3 seen = texture(picture, texture(warp, at).xy).rgb * texture(blend, at).rgb;
  colour = vec4(pow(seen, vec3(1.0 / 2.2)), 1.0);
}`,
    { warp, blend, picture },
  );
  return {
    render: pass.render,
    dispose() {
      pass.dispose();
      for (const texture of [warp, blend]) texture.dispose();
    },
  };
};
