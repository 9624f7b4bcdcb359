/** The picture after its points have been moved: `from(pixel)` says whence; four readings a pixel keep edges smooth. */
export const sampledGlsl = /* glsl */ `
void main() {
  vec2 at = here();
  outColour = (pictureNear(from(at + vec2(-0.125, -0.375))) + pictureNear(from(at + vec2(0.375, -0.125)))
    + pictureNear(from(at + vec2(0.125, 0.375))) + pictureNear(from(at + vec2(-0.375, 0.125)))) * 0.25;
}`;
/** `pixelOf(metres)`: the pixel of the grid at a point of the canvas. */
export const pixelGlsl = /* glsl */ `
vec2 pixelOf(vec2 at) { return (at - uGrid.xy) / uGrid.zw; }`;
