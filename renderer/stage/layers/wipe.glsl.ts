/** `vWay`: 0–1 over the element, or over all; `vRank`: the element's own, or −1 where the way decides. */
export const wipeVertex = /* glsl */ `
in float aRank;
uniform vec4 uBox; // x y width height
uniform bool uEach;
out vec2 vAt;
out vec2 vWay;
out float vRank;
void main() {
  vAt = position.xy;
  vWay = uEach ? uv : (position.xy - uBox.xy) / uBox.zw;
  vRank = aRank;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;
export const wipeFragment = /* glsl */ `
in vec2 vAt;
in vec2 vWay;
in float vRank;
uniform int uOrder;
uniform bool uEach;
uniform bool uHide;
uniform vec2 uDirection;
uniform vec2 uSpan;      // of all, along the direction: least, greatest
uniform vec3 uRing;      // x, y, reach
uniform float uProgress;
uniform float uSoft;
uniform float uEdge;
uniform vec3 uColour;
uniform vec3 uEdgeColour;
uniform float uLevel;
out vec4 outColour;
float way() {
  switch (uOrder) {
    case 0: return vWay.x;
    case 1: return 1.0 - vWay.x;
    case 2: return abs(vWay.x * 2.0 - 1.0);
    case 3: return 1.0 - abs(vWay.x * 2.0 - 1.0);
    case 4: return vWay.y;
    case 5: return 1.0 - vWay.y;
    case 6:
      if (uEach) return dot(vWay - 0.5, uDirection) / (abs(uDirection.x) + abs(uDirection.y)) + 0.5;
      return (dot(vAt, uDirection) - uSpan.x) / max(uSpan.y - uSpan.x, 1e-6);
    default: return uEach ? length(vWay - 0.5) * 1.41421356 : distance(vAt, uRing.xy) / max(uRing.z, 1e-6);
  }
}
void main() {
  float soft = max(uSoft, 1e-4);
  float rank = vRank >= 0.0 ? vRank : way();
  float head = uProgress * (1.0 + soft);
  float px = max(length(vec2(dFdx(vAt.x), dFdy(vAt.x))), 1e-6);
  float slope = length(vec2(dFdx(rank), dFdy(rank))) / px; // rank a metre
  // A hard edge is smoothed over a pixel.
  float t = clamp((head - rank) / max(soft, slope * px) + (uSoft <= slope * px ? 0.5 : 0.0), 0.0, 1.0);
  if (uProgress <= 0.0) t = 0.0;
  if (uProgress >= 1.0) t = 1.0;
  float open = t * t * (3.0 - 2.0 * t);
  float front = 0.0;
  if (uEdge > 0.0 && slope > 0.0) {
    // The line runs ahead of the soft edge, metres wide.
    float off = abs(head - rank) / max(slope, 1e-9);
    float half_ = max(uEdge * 0.5, px * 0.5);
    front = clamp((half_ - off) / px + 0.5, 0.0, 1.0) * (uEdge * 0.5 / half_) * step(1e-4, uProgress) * step(uProgress, 0.9999);
  }
  outColour = uHide ? vec4(uEdgeColour * front, (1.0 - open) * (1.0 - front)) : vec4(uColour * open + uEdgeColour * front, 0.0);
  outColour *= uLevel;
}`;

/** The outlines of what is hidden, a pixel to either side: else a hairline of what is below would stand at their edges. */
export const wipeRimVertex = /* glsl */ `
in vec4 aMiter; // normal, side, end
in vec4 aAlong; // s, total, rank
uniform float uRim;
uniform vec4 uBox;
out vec2 vAt;
out vec2 vWay;
out float vRank;
void main() {
  vAt = position.xy;
  vWay = (position.xy - uBox.xy) / uBox.zw;
  vRank = aAlong.z;
  vec2 at = position.xy + aMiter.xy * aMiter.z * uRim;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0);
}`;
