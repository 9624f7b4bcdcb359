/** A quad a character. A figure is drawn from its drum: the figure and the next one, each from its own cell. */
export const counterVertex = /* glsl */ `
in vec4 aBox;    // x, width, lower edge, height: figure heights
in vec4 aCell;   // of a sign: u, v, du, dv
in vec4 aFigure; // figure (−1: a sign), blur, strength, whether zero is blank
out vec2 vLocal; // 0–1 across, figure heights from the baseline
out vec2 vUv;
flat out vec4 vFigure;
void main() {
  vec2 at = aBox.xz + (position.xy * 0.5 + 0.5) * aBox.yw;
  vLocal = vec2(position.x * 0.5 + 0.5, at.y);
  vUv = aCell.xy + (position.xy * 0.5 + 0.5) * aCell.zw;
  vFigure = aFigure;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 0.0, 1.0);
}`;
export const counterFragment = /* glsl */ `
in vec2 vLocal;
in vec2 vUv;
flat in vec4 vFigure;
uniform sampler2D uWords;
uniform vec4 uFigures[10]; // u, v, du, dv
uniform vec2 uCell;        // of a figure: lower edge, height: figure heights
uniform vec3 uColour;
uniform float uLevel;
out vec4 outColour;
const float PITCH = 1.5;
const int TAPS = 20;
float cellInk(float figure, float y) {
  int number = int(mod(figure + 0.5, 10.0));
  float across = (y - uCell.x) / uCell.y;
  // No gradient would be right across two cells: the texture has no other levels.
  vec4 cell = uFigures[number];
  float ink = textureLod(uWords, cell.xy + vec2(vLocal.x, clamp(across, 0.0, 1.0)) * cell.zw, 0.0).r;
  bool isBlank = vFigure.w > 0.5 && number == 0;
  return across < 0.0 || across > 1.0 || isBlank ? 0.0 : ink;
}
float drum(float figure) {
  float own = floor(figure), turn = figure - own;
  return cellInk(own, vLocal.y - turn * PITCH) + cellInk(own + 1.0, vLocal.y + (1.0 - turn) * PITCH);
}
void main() {
  float ink;
  if (vFigure.x < 0.0) ink = texture(uWords, vUv).r;
  else if (vFigure.y < 0.02) ink = drum(vFigure.x);
  else {
    ink = 0.0;
    for (int i = 0; i < TAPS; i += 1)
      ink += drum(vFigure.x + 10.0 + vFigure.y * ((float(i) + 0.5) / float(TAPS) - 0.5)) / float(TAPS);
  }
  // The window through which a drum is seen.
  if (vFigure.x >= 0.0) ink *= smoothstep(-0.42, -0.06, vLocal.y) * (1.0 - smoothstep(1.06, 1.42, vLocal.y));
  ink = min(ink, 1.0) * vFigure.z;
  outColour = vec4(uColour * ink, min(ink, 1.0)) * uLevel;
}`;
