/**
 * Megabytes that a context holds on the GPU, counted where they are asked for: a driver pads and compresses as it likes,
 * so this is what the picture needs, not what a card says. Pictures' smaller copies count as a third.
 */
export interface GpuMemory {
  /** Bytes of textures and of what is drawn into. */
  textures(): number;
  /** Bytes of vertices and indices. */
  geometry(): number;
}

const MIPMAPS = 4 / 3;
type Texel = { width: number; height: number };
const isSized = (value: unknown): value is Texel =>
  typeof value === 'object' &&
  value !== null &&
  'width' in value &&
  'height' in value &&
  typeof value.width === 'number' &&
  typeof value.height === 'number';
const numbers = (args: readonly unknown[]): number[] => args.map((value) => Number(value));

/** Bytes of a texel, by sized and unsized format; what isn't named is of four bytes. */
const texelBytes = (gl: WebGL2RenderingContext): ReadonlyMap<number, number> =>
  new Map([
    [gl.R8, 1],
    [gl.LUMINANCE, 1],
    [gl.ALPHA, 1],
    [gl.RED, 1],
    [gl.RG8, 2],
    [gl.R16F, 2],
    [gl.DEPTH_COMPONENT16, 2],
    [gl.RGB8, 3],
    [gl.RGB, 3],
    [gl.RG16F, 4],
    [gl.R32F, 4],
    [gl.RGBA16F, 8],
    [gl.RG32F, 8],
    [gl.RGBA32F, 16],
  ]);

/** `seen` is told of each call that went through. */
const after = (gl: object, name: string, seen: (args: unknown[]) => void): void => {
  const own: unknown = Reflect.get(gl, name);
  if (typeof own !== 'function') return;
  Reflect.set(gl, name, (...args: unknown[]): unknown => {
    const value: unknown = Reflect.apply(own, gl, args);
    seen(args);
    return value;
  });
};

/** From now on: a context that has already been used holds more. */
export const watchMemory = (gl: WebGL2RenderingContext): GpuMemory => {
  const [pictures, meshes] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const bytes = texelBytes(gl);
  const held = (into: Map<unknown, number>, binding: number, size: number): void => {
    const object: unknown = gl.getParameter(binding);
    if (object !== null) into.set(object, size);
  };
  const picture = (target: number, format: number, { width, height }: Texel, more = 1): void =>
    held(
      pictures,
      target === gl.TEXTURE_2D ? gl.TEXTURE_BINDING_2D : gl.TEXTURE_BINDING_CUBE_MAP,
      width * height * (bytes.get(format) ?? 4) * (target === gl.TEXTURE_2D ? 1 : 6) * more,
    );
  after(gl, 'texStorage2D', (args) => {
    const [target = 0, levels = 1, format = 0, width = 0, height = 0] = numbers(args);
    picture(target, format, { width, height }, levels > 1 ? MIPMAPS : 1);
  });
  after(gl, 'texImage2D', (args) => {
    const [target = 0, level = 0, format = 0, width = 0, height = 0] = numbers(args);
    const source = args[5];
    if (level === 0)
      picture(target, format, args.length === 6 && isSized(source) ? source : { width, height });
  });
  after(gl, 'renderbufferStorage', (args) => {
    const [, format = 0, width = 0, height = 0] = numbers(args);
    held(pictures, gl.RENDERBUFFER_BINDING, width * height * (bytes.get(format) ?? 4));
  });
  after(gl, 'renderbufferStorageMultisample', (args) => {
    const [, samples = 1, format = 0, width = 0, height = 0] = numbers(args);
    const size = width * height * (bytes.get(format) ?? 4) * Math.max(1, samples);
    held(pictures, gl.RENDERBUFFER_BINDING, size);
  });
  after(gl, 'bufferData', ([target, data]) => {
    const size = ArrayBuffer.isView(data) || data instanceof ArrayBuffer ? data.byteLength : Number(data);
    const isIndex = target === gl.ELEMENT_ARRAY_BUFFER;
    held(meshes, isIndex ? gl.ELEMENT_ARRAY_BUFFER_BINDING : gl.ARRAY_BUFFER_BINDING, size);
  });
  for (const name of ['deleteTexture', 'deleteRenderbuffer'])
    after(gl, name, ([object]) => pictures.delete(object));
  after(gl, 'deleteBuffer', ([object]) => meshes.delete(object));
  const sum = (of: Map<unknown, number>): number => [...of.values()].reduce((all, each) => all + each, 0);
  return { textures: () => sum(pictures), geometry: () => sum(meshes) };
};
