import * as THREE from 'three';
import { type ParticlesParameters, particleMatter } from '../../../core/layers/particles.ts';
import { linearInto } from '../colour.ts';
import { hashGlsl } from '../geometry/hash.glsl.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';

/**
 * Each particle lives again and again: its number and its life's number give birth place, direction and phase, its age
 * gives the rest in closed form. Drag k: v·(1 − e^(−k·t))/k in place of v·t.
 */
const vertex = /* glsl */ `
${hashGlsl}
uniform float uTime;
uniform vec4 uBirth;   // x y width height
uniform vec4 uMotion;  // speed, direction, spread, gravity
uniform vec4 uAir;     // drag, sway, sway rate, wind
uniform float uRoam;   // 1: it sways up and down as well, each on a loop of its own, as fireflies do
uniform vec4 uBody;    // size at birth, at death, life, stretch
uniform float uAmount;
uniform bool uWarm;
uniform float uSeed;
uniform float uPixel;    // metres
out vec2 vOff;
out float vAge;
out float vShade;
out float vPale;
void main() {
  uint index = uint(gl_InstanceID);
  uint seed = uint(uSeed);
  float life = uBody.z * (0.7 + 0.6 * hashed(index, seed + 11u));
  float turns = uTime / life + hashed(index, seed);
  float turn = floor(turns);
  float age = (turns - turn) * life;
  bool alive = (uWarm || age <= uTime) && hashed(index, seed + 3u) < uAmount && uTime >= 0.0;
  uint own = index * 1699u + uint(int(turn) & 65535) * 7u;
  vec2 from = uBirth.xy + uBirth.zw * vec2(hashed(own, seed + 21u), hashed(own, seed + 22u));
  float angle = uMotion.y + uMotion.z * (hashed(own, seed + 23u) + hashed(own, seed + 24u) - 1.0);
  float speed = uMotion.x * (0.55 + 0.9 * hashed(own, seed + 25u));
  vec2 v0 = speed * vec2(cos(angle), sin(angle));
  float k = uAir.x;
  float run = k > 0.0 ? (1.0 - exp(-k * age)) / k : age;
  vec2 at = from + v0 * run + vec2(uAir.w * age, -0.5 * uMotion.w * age * age);
  float phase = 6.2831853 * (uAir.z * age + hashed(own, seed + 26u));
  float sway = uAir.y * min(1.0, age * 0.5);
  at.x += sway * sin(phase);
  float own2 = 6.2831853 * hashed(own, seed + 29u);
  at += uRoam * sway * vec2(0.5 * sin(phase * 1.7 + own2), 0.7 * sin(phase * 0.8 + own2) + 0.4 * sin(phase * 2.3));
  vec2 v = v0 * exp(-k * age) + vec2(uAir.w, -uMotion.w * age);
  vAge = age / life;
  vShade = 0.6 + 0.4 * hashed(own, seed + 27u);
  float size = mix(uBody.x, uBody.y, vAge) * (0.7 + 0.6 * hashed(own, seed + 28u));
  float pull = uBody.w * length(v);
  // What is smaller than a pixel pales in place of flickering: its light is spread over one.
  float least = max(size, uPixel);
  vPale = size * (size + 0.5 * pull) / (least * (least + 0.5 * pull));
  size = least;
  vec2 along = pull > 0.0 ? normalize(v) : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  vOff = position.xy;
  at += along * (position.x * size - (0.5 - 0.5 * position.x) * pull) + across * position.y * size;
  gl_Position = alive ? projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}`;
const fragment = /* glsl */ `
in vec2 vOff;
in float vAge;
in float vShade;
in float vPale;
uniform vec3 uFrom;
uniform vec3 uTo;
uniform bool uLight;
uniform float uOpacity;
uniform float uSoft;
uniform float uLevel;
out vec4 outColour;
void main() {
  float fall = clamp(1.0 - length(vOff), 0.0, 1.0);
  float body = pow(fall, uSoft);
  float fade = smoothstep(0.0, 0.08, vAge) * (1.0 - smoothstep(0.55, 1.0, vAge));
  float ink = body * fade * vShade * vPale * uOpacity;
  vec3 colour = mix(uFrom, uTo, vAge);
  outColour = vec4(colour * ink, uLight ? 0.0 : min(1.0, ink)) * uLevel;
}`;

export const create = (context: LayerContext): StageLayer<ParticlesParameters> => {
  const uniforms = createUniforms();
  const paint = createMaterial(vertex, fragment, uniforms);
  const light = createMaterial(vertex, fragment, uniforms, 'light');
  const geometry = new THREE.InstancedBufferGeometry();
  const corners = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0];
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const mesh = new THREE.Mesh(geometry, light);
  mesh.frustumCulled = false;
  return {
    object: mesh,
    isSmooth: true,
    get direct() {
      return { kind: mesh.material === light ? 'light' : 'coats', materials: [paint, light] } as const;
    },
    prepare: async () => undefined,
    update(times, p) {
      uniforms.uPixel.value = 1 / context.density;
      setUniforms(uniforms, p, p.clock === 'free' ? times.free : times.position, context.seed);
      mesh.material = particleMatter[p.kind].light ? light : paint;
      geometry.instanceCount = p.count;
    },
    dispose() {
      geometry.dispose();
      paint.dispose();
      light.dispose();
    },
  };
};

const createUniforms = () =>
  ({
    uTime: { value: 0 },
    uBirth: { value: new THREE.Vector4() },
    uMotion: { value: new THREE.Vector4() },
    uAir: { value: new THREE.Vector4() },
    uBody: { value: new THREE.Vector4() },
    uRoam: { value: 0 },
    uPixel: { value: 1 },
    uAmount: { value: 1 },
    uWarm: { value: false },
    uSeed: { value: 0 },
    uSoft: { value: 1 },
    uLight: { value: true },
    uOpacity: { value: 1 },
    uFrom: { value: new THREE.Color() },
    uTo: { value: new THREE.Color() },
  }) satisfies Uniforms;

const setUniforms = (
  u: ReturnType<typeof createUniforms>,
  p: ParticlesParameters,
  time: number,
  seed: number,
): void => {
  const matter = particleMatter[p.kind];
  const radian = Math.PI / 180;
  u.uTime.value = time;
  u.uBirth.value.set(p.x, p.y, p.width, p.height);
  u.uMotion.value.set(
    matter.speed * p.speed,
    (matter.direction + p.direction) * radian,
    matter.spread * p.spread * radian,
    matter.gravity * p.gravity,
  );
  u.uAir.value.set(matter.drag, matter.sway, matter.swayRate, p.wind);
  u.uBody.value.set(matter.size[0] * p.size, matter.size[1] * p.size, matter.life * p.life, matter.stretch);
  u.uRoam.value = p.kind === 'swarm' ? 1 : 0;
  u.uAmount.value = p.amount;
  u.uWarm.value = p.warm;
  u.uSeed.value = (seed + p.seed) % 65_536;
  u.uLight.value = matter.light;
  u.uSoft.value = p.kind === 'steam' ? 1.6 : p.kind === 'snow' ? 0.8 : 1.2;
  linearInto(u.uFrom.value, p.colour).multiplyScalar(p.level);
  linearInto(u.uTo.value, p.endColour).multiplyScalar(p.level);
  u.uOpacity.value = p.kind === 'steam' ? 0.25 : 1;
};
