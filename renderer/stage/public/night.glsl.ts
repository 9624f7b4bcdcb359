/**
 * The building and the avenue at night, in linear light. `uCanvas` is the show on the elevation with its mipmaps,
 * `uRelief` what the wall gives back. Both lie on the canvas: x, y in metres over `uSize`.
 */
const common = /* glsl */ `
uniform sampler2D uCanvas;
uniform vec2 uSize;
uniform float uBlur;   // level of detail at which a texel is a metre
/** As an eye used to the dark: white light on clean stone is white, what is dark is seen a little better. */
vec3 exposed(vec3 light) {
  vec3 c = light * 2.3;
  return c * (1.0 + 0.3 * c) / (1.0 + c * 0.62);
}
/** The show's light at a place of the elevation, spread over so many metres. */
vec3 spread(vec2 at, float metres) {
  vec2 inside = clamp(at / uSize, 0.0, 1.0);
  return textureLod(uCanvas, inside, max(0.0, uBlur + log2(max(metres, 0.05)))).rgb;
}`;

export const bodyVertex = /* glsl */ `
out vec3 vAt;
out vec3 vNormal;
void main() {
  vAt = position;
  vNormal = normal;
  gl_Position = projectionMatrix * viewMatrix * vec4(position, 1.0);
}`;

export const bodyFragment = /* glsl */ `
in vec3 vAt;
in vec3 vNormal;
out vec4 outColour;
uniform sampler2D uRelief;
${common}
void main() {
  vec3 n = normalize(vNormal);
  bool isFront = n.z > 0.15;
  // A side has no place of its own on the elevation: it is the stone just inside its edge.
  vec2 at = isFront ? vAt.xy : vAt.xy - n.xy * 0.25;
  vec4 wall = texture(uRelief, at / uSize);
  vec3 matter = wall.a > 0.02 ? wall.rgb / wall.a : vec3(0.2);
  float facing = isFront ? mix(0.55, 1.0, smoothstep(0.15, 0.8, n.z)) : 0.1;
  vec3 beam = texture(uCanvas, at / uSize).rgb * facing;
  // Lit stone lights its neighbours, sides most of all.
  vec3 returned = spread(at, 7.0) * (isFront ? 0.035 : 0.12);
  // A sky over a city, and street lamps below.
  vec3 sky = vec3(0.0052, 0.0066, 0.0102) * (0.75 + 0.25 * n.y);
  vec3 lamps = vec3(0.0155, 0.0100, 0.0049) * exp(-max(vAt.y, 0.0) / 7.0) * (0.6 + 0.4 * n.z);
  float deep = 1.0 / (1.0 + max(0.0, -vAt.z - 6.5) * 0.02);
  outColour = vec4(exposed(matter * (beam + returned + (sky + lamps) * deep)), 1.0);
}`;

export const backdropVertex = /* glsl */ `
uniform mat4 uToWorld;   // picture −1…1 → a point on the ray from the eye
uniform vec3 uEye;
out vec3 vRay;
void main() {
  vec4 far = uToWorld * vec4(position.xy, 0.5, 1.0);
  vRay = far.xyz / far.w - uEye;
  gl_Position = vec4(position.xy, 1.0, 1.0);
}`;

/** Sky above the horizon, the avenue below: found by the ray, so neither has an edge. */
export const backdropFragment = /* glsl */ `
in vec3 vRay;
out vec4 outColour;
uniform vec3 uEye;
${common}
float hash(vec2 p) {
  uvec2 q = uvec2(ivec2(floor(p)) + 32768);
  uint n = q.x * 747796405u + q.y * 2891336453u + 1u;
  n = ((n >> ((n >> 28u) + 4u)) ^ n) * 277803737u;
  return float((n >> 22u) ^ n) / 4294967295.0;
}
vec3 skyAlong(vec3 ray) {
  float up = max(0.0, ray.y);
  vec3 city = vec3(0.0032, 0.0026, 0.0026) * exp(-up * 5.0);
  vec3 night = mix(vec3(0.0017, 0.0021, 0.0038), vec3(0.0006, 0.0009, 0.0023), smoothstep(0.0, 0.6, up));
  // Light that misses the building is seen in the haze over it.
  float reach = (-20.0 - uEye.z) / min(ray.z, -1e-3);
  vec2 at = (uEye + ray * reach).xy;
  float beyond = length(max(vec2(0.0), abs(at - uSize * 0.5) - uSize * 0.5));
  vec3 haze = spread(at, 20.0) * 0.011 * exp(-beyond / 18.0);
  return city + night + haze;
}
vec3 groundAlong(vec3 ray) {
  vec2 at = uEye.xz - ray.xz * (uEye.y / ray.y);   // x, z
  float away = max(0.0, at.y + 3.0);
  float far = length(at - uEye.xz);
  // The wall as a lamp: weaker and wider with the distance from it.
  vec3 falling = spread(vec2(at.x, uSize.y * 0.2), 6.0 + away * 0.8) * (0.75 / (1.0 + away * 0.05));
  vec3 lamps = vec3(0.010, 0.007, 0.0045);
  // Pavement along the building, then the road; damp enough to shine where one looks along it.
  float isRoad = smoothstep(0.0, 0.4, at.y - 24.0) * smoothstep(0.0, 0.4, 58.0 - at.y);
  vec3 matter = mix(vec3(0.17, 0.16, 0.145), vec3(0.075, 0.076, 0.08), isRoad);
  matter *= 0.9 + 0.2 * hash(at * 2.0) * exp(-far / 40.0);
  vec3 mirrored = vec3(ray.x, -ray.y, ray.z);
  float reach = (-3.0 - at.y) / min(mirrored.z, -1e-3);
  vec2 seen = vec2(at.x + mirrored.x * reach, mirrored.y * reach);
  float shine = 0.02 + 0.5 * pow(1.0 - min(1.0, abs(ray.y)), 6.0);
  vec3 gloss = spread(vec2(seen.x, seen.y), 1.2 + 0.06 * abs(reach)) * shine * 0.2 * step(seen.y, uSize.y);
  return matter * (falling + lamps) + gloss;
}
void main() {
  vec3 ray = normalize(vRay);
  vec3 c = ray.y < -1e-4 ? groundAlong(ray) : skyAlong(ray);
  // Farther ground fades into the city's glow.
  if (ray.y < 0.0) c = mix(skyAlong(vec3(ray.x, 0.0, ray.z)), c, smoothstep(0.0, 0.012, -ray.y));
  // Grain, so that eight bits of so dark a sky don't band.
  outColour = vec4(exposed(c * (0.93 + 0.14 * hash(gl_FragCoord.xy))), 1.0);
}`;
