import type { PreflightLine } from '../../control/safety.topics.ts';
import type { OutputFact, PreflightFacts } from '../facts.ts';
import {
  about,
  failing,
  lineOf,
  passing,
  softened,
  unset,
  warning,
  type About,
  type Verdict,
} from '../line.ts';
import { displayVerdict } from './display-line.ts';

/** Each output: its display, its frames for some seconds, what it is drawn with. */
const FAST = 1.05;
const SLOW = 0.97;
const rate = (fps: number): string => fps.toFixed(1);

const framesVerdict = ({ settings }: PreflightFacts, output: OutputFact): Verdict => {
  const { name, key, id, status, frames, refresh } = output;
  if (!status?.connected) return failing('preflight-output-lost', { name, key }, id);
  if (status.error) return failing('preflight-output-error', { name, what: status.error.message }, id);
  if (frames === null) return warning('preflight-output-lost', { name, key }, id);
  if (frames.wasLost) return failing('preflight-output-broke', { name }, id);
  const { seconds, late, fps } = frames;
  const values = { name, late, seconds, fps: rate(fps), refresh };
  if (fps < refresh * SLOW) return failing('preflight-slow', values, id);
  if (fps > refresh * FAST) return failing('preflight-vsync', values, id);
  if (late > settings.lateFrames) return failing('preflight-late', values, id);
  return passing(
    `${rate(fps)} fps, ${late} late in ${seconds} s`,
    `${rate(fps)} i/s, ${late} en retard en ${seconds} s`,
  );
};

/** Names under which Chromium draws on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

const drawingVerdict = ({ settings }: PreflightFacts, output: OutputFact): Verdict => {
  const { name, id, page, size } = output;
  if (page === null) return warning('preflight-untold', { name }, id);
  const { renderer, maxTexture, scale, hdr } = page;
  if (SOFTWARE.test(renderer))
    return softened(!settings.showMachine, failing('preflight-software', { name, renderer }, id));
  const wanted = Math.max(size.width, size.height, page.width, page.height);
  if (wanted > maxTexture) return failing('preflight-texture', { name, wanted, most: maxTexture }, id);
  if (hdr) return failing('preflight-hdr', { name }, id);
  const isOnDisplay = output.place === null || output.place.kind === 'display';
  if (scale !== 1 && isOnDisplay)
    return failing('preflight-page-scale', { name, percent: Math.round(scale * 100) }, id);
  return passing(`${renderer}, ${maxTexture} px, SDR`);
};

const linesOf = (facts: PreflightFacts, output: OutputFact): PreflightLine[] => {
  const { key, name } = output;
  const line = (kind: string, en: string, fr: string): About =>
    about(`${kind}:${key}`, 'outputs', `${name}: ${en}`, `${name} : ${fr}`);
  return [
    lineOf(line('display', 'display', 'écran'), displayVerdict(facts, output)),
    lineOf(line('output', 'frames', 'images'), framesVerdict(facts, output)),
    lineOf(line('drawing', 'graphics card', 'carte graphique'), drawingVerdict(facts, output)),
  ];
};

const wallVerdict = ({ isFrozen, patterned, master }: PreflightFacts): Verdict => {
  if (isFrozen) return failing('preflight-frozen');
  if (patterned.length > 0) return failing('preflight-pattern', { outputs: patterned.join(', ') });
  const held = [
    ...(master.panic === 'off' ? [] : ['panic']),
    ...(master.blackout ? ['blackout'] : []),
    ...(master.level < 1 ? [`master ${Math.round(master.level * 100)} %`] : []),
  ];
  return held.length > 0
    ? warning('preflight-dark', { what: held.join(', ') })
    : passing('shows the show', 'montre le spectacle');
};

export const outputLines = (facts: PreflightFacts): PreflightLine[] => [
  ...(facts.outputs.length === 0
    ? [lineOf(about('outputs', 'outputs', 'Outputs', 'Sorties'), failing('preflight-no-outputs'))]
    : facts.outputs.flatMap((output) => linesOf(facts, output))),
  lineOf(
    about('wall', 'outputs', 'Nothing holds the wall', 'Rien ne retient le mur'),
    facts.outputs.length === 0 ? unset() : wallVerdict(facts),
  ),
];
