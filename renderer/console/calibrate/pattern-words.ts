import type { PatternChoice } from '../../../core/control/line-up.ts';
import type { useWords } from '../use-link.ts';

/** Patterns as people call them, and a sign that is told apart from three metres. */
const WORDS = {
  white: 'patternWhite',
  black: 'patternBlack',
  ramp: 'patternRamp',
  steps: 'patternSteps',
  grid: 'patternGrid',
  cross: 'patternCross',
  focus: 'patternFocus',
  checker: 'patternChecker',
  bars: 'patternBars',
  overlap: 'patternOverlap',
  outline: 'patternOutline',
  numbers: 'patternNumbers',
  gamma: 'patternGamma',
  pluge: 'patternPluge',
  frame: 'patternFrame',
} as const;
const PICTURES: Record<string, string> = {
  white: '□',
  black: '■',
  ramp: '◧',
  steps: '▤',
  grid: '▦',
  cross: '✛',
  focus: '✳',
  checker: '▩',
  bars: '▥',
  overlap: '◫',
  outline: '⌂',
  numbers: '№',
  gamma: 'γ',
  pluge: '▁',
  frame: '▣',
};
type Named = keyof typeof WORDS;
const isNamed = (name: string): name is Named => Object.hasOwn(WORDS, name);

export const patternWord = (t: ReturnType<typeof useWords>, { name, space }: PatternChoice): string => {
  if (name === 'grid' && space === 'output') return t('patternGridPx');
  if (name === 'checker' && space === 'canvas') return t('patternCheckerMetres');
  if (isNamed(name)) return t(WORDS[name]);
  const grey = /^grey-(\d+)$/.exec(name);
  return grey ? t('patternGrey', { percent: grey[1] ?? '' }) : name;
};
export const patternPicture = (name: string): string => PICTURES[name] ?? '▒';
