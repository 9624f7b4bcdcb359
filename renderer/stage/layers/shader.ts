import * as THREE from 'three';
import { readShader } from '../../../core/layers/shader/read-shader.ts';
import type { Declared } from '../../../core/layers/shader/declared.ts';
import type { ShaderParameters } from '../../../core/layers/shader.ts';
import { linearInto } from '../colour.ts';
import { createQuad, placeQuad, quadVertex } from '../geometry/quad.ts';
import { glslFault } from '../glsl-fault.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { shaderFragment } from './shader.glsl.ts';

type Given = ReturnType<typeof createGiven>;
const createGiven = () => ({
  frise_box: { value: new THREE.Vector4() },
  frise_time: { value: 0 },
  frise_position: { value: 0 },
  frise_free: { value: 0 },
  frise_duration: { value: 0 },
  frise_seed: { value: 0 },
  frise_pixel: { value: 0.1 },
});
type Program = { code: string; material: THREE.ShaderMaterial; declared: readonly Declared[] };

/** A shader of anybody's: read before it is compiled, compiled before it is drawn; one that is wrong stays dark. */
export const create = (context: LayerContext): StageLayer<ShaderParameters> => {
  const given = createGiven();
  const blank = createMaterial(quadVertex, 'out vec4 c; void main() { c = vec4(0.0); }', {});
  const mesh = createQuad(blank);
  const box = { x: 0, y: 0, width: 0, height: 0 };
  let program: Program | null = null;
  let wanted: string | null = null;
  let building: Promise<void> = Promise.resolve();
  let isDisposed = false;

  const say = (line: number, message: string): void =>
    context.report({ code: 'shader-code', message: `Line ${line}: ${message}`, path: '.parameters.code' });
  const build = async (code: string): Promise<void> => {
    const { declared, faults, text } = readShader(code);
    const [first] = faults;
    const fault = first ?? (await glslFault(context.renderer.getContext(), shaderFragment(text)));
    if (isDisposed || wanted !== code) return;
    program?.material.dispose();
    program = null;
    mesh.material = blank;
    if (fault) return say(fault.line, fault.message);
    const own = Object.fromEntries(declared.map(({ name, kind }) => [name, { value: blankOf(kind) }]));
    program = {
      code,
      declared,
      material: createMaterial(quadVertex, shaderFragment(text), { ...given, ...own }),
    };
    mesh.material = program.material;
  };
  const take = (code: string): Promise<void> => {
    if (code === wanted) return building;
    wanted = code;
    building = build(code);
    return building;
  };
  return {
    object: mesh,
    get direct() {
      return { kind: 'paint', materials: [program?.material ?? blank] } as const;
    },
    isSmooth: true,
    extent: () => (program ? box : { ...box, width: 0, height: 0 }),
    shaders: () => program?.code ?? '',
    prepare: (_times, p) => take(p.code),
    update(times, p) {
      void take(p.code);
      const { x, y } = p;
      const [width, height] = [p.width || context.canvas.width, p.height || context.canvas.height];
      Object.assign(box, { x, y, width, height });
      placeQuad(mesh, box);
      setGiven(given, times, p, context);
      given.frise_box.value.set(x, y, width, height);
      if (program) setDeclared(program.material.uniforms, program.declared, p);
    },
    dispose() {
      isDisposed = true;
      mesh.geometry.dispose();
      blank.dispose();
      program?.material.dispose();
    },
  };
};

const blankOf = (kind: Declared['kind']): unknown =>
  kind === 'colour' ? new THREE.Color() : kind === 'bool' ? false : 0;

const setGiven = (given: Given, times: LayerTimes, p: ShaderParameters, context: LayerContext): void => {
  given.frise_time.value = p.clock === 'free' ? times.free : times.position;
  given.frise_position.value = times.position;
  given.frise_free.value = times.free;
  given.frise_duration.value = times.duration;
  given.frise_seed.value = (context.seed + p.seed) % 65_536;
  given.frise_pixel.value = 1 / context.density;
};

/** Their values stand among the clip's own parameters, since the schema is made with them. */
const setDeclared = (uniforms: Uniforms, declared: readonly Declared[], p: ShaderParameters): void => {
  const values = new Map<string, unknown>(Object.entries(p));
  for (const { name, kind } of declared) {
    const [uniform, value] = [uniforms[name], values.get(name)];
    if (!uniform) continue;
    if (kind === 'colour' && uniform.value instanceof THREE.Color && typeof value === 'string')
      linearInto(uniform.value, value);
    else uniform.value = value;
  }
};
