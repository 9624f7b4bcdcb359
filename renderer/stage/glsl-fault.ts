import { after } from '../link/clock.ts';

/**
 * Asks the card's compiler about a fragment shader, without waiting where the card can compile beside: what is wrong, by
 * line of the text behind `#line 1`; null: nothing.
 */
export type GlslFault = { line: number; message: string };
const HEAD = '#version 300 es\nprecision highp float;\nprecision highp int;\n';
const POLL_MS = 5;

export const glslFault = async (
  gl: WebGLRenderingContext | WebGL2RenderingContext,
  fragment: string,
): Promise<GlslFault | null> => {
  const shader = gl.createShader(gl.FRAGMENT_SHADER);
  if (!shader) return null;
  gl.shaderSource(shader, HEAD + fragment);
  gl.compileShader(shader);
  const beside = gl.getExtension('KHR_parallel_shader_compile');
  while (beside && !gl.isContextLost() && !gl.getShaderParameter(shader, beside.COMPLETION_STATUS_KHR))
    await new Promise<void>((resolve) => after(POLL_MS, resolve));
  const isSound = gl.isContextLost() || gl.getShaderParameter(shader, gl.COMPILE_STATUS) === true;
  const log = isSound ? '' : (gl.getShaderInfoLog(shader) ?? '');
  gl.deleteShader(shader);
  return isSound ? null : firstOf(log);
};

/** `ERROR: 0:12: 'foo' : undeclared identifier` */
const firstOf = (log: string): GlslFault => {
  const [, line, message] = /ERROR: \d+:(\d+): (.*)/.exec(log) ?? [];
  return line === undefined || message === undefined
    ? { line: 1, message: log.trim() || 'The graphics card refuses it and gives no reason.' }
    : { line: Number(line), message: message.trim() };
};
