import type { OutputFact, PreflightFacts } from '../facts.ts';
import { failing, passing, softened, warning, type Verdict } from '../line.ts';

/** The display of one output: the right one, its size, refresh rate and scale. */
const px = ({ width, height }: { width: number; height: number }): string => `${width}×${height}`;
/** 59.94 is what many displays mean by 60. */
const NEAR_HZ = 0.6;
type Display = NonNullable<OutputFact['display']>;
const called = (display: Display): string =>
  display.label === '' ? `${display.x}, ${display.y}` : display.label;
export const displayVerdict = ({ hasShell, settings }: PreflightFacts, output: OutputFact): Verdict => {
  const { name, id, place, display } = output;
  if (!hasShell || place === null) return warning('preflight-display-unknown', { name }, id);
  if (place.kind === 'waiting') return failing('preflight-display-absent', { name, display: '' }, id);
  if (place.kind === 'window')
    return softened(!settings.showMachine, failing('preflight-display-window', { name }, id));
  if (display === null) return warning('preflight-display-unknown', { name }, id);
  return placed(output, display, place.match);
};

const placed = (
  { name, id, size, refresh }: OutputFact,
  display: Display,
  match: 'found' | 'moved' | 'guessed' | 'none',
): Verdict => {
  const values = { name, display: called(display) };
  if (display.scale !== 1)
    return failing('preflight-display-scale', { ...values, percent: Math.round(display.scale * 100) }, id);
  // At 100 % a display's units are its pixels.
  if (display.width !== size.width || display.height !== size.height)
    return failing('preflight-display-size', { ...values, is: px(display), wanted: px(size) }, id);
  if (display.refresh > 0 && Math.abs(display.refresh - refresh) > NEAR_HZ)
    return failing('preflight-display-refresh', { ...values, is: display.refresh, wanted: refresh }, id);
  if (match === 'moved') return failing('preflight-display-moved', values, id);
  if (match === 'guessed') return warning('preflight-display-guessed', values, id);
  const hz = display.refresh > 0 ? `${display.refresh} Hz` : '';
  return passing([called(display), px(display), hz, '100 %'].filter((part) => part !== '').join(', '));
};
