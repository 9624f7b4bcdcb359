import type { PreflightGroup, PreflightLine, Told } from '../control/safety.topics.ts';
import { preflightMessages, type PreflightCode } from './preflight.messages.ts';

/** Makes lines. What a line is about (`About`) is known before it was looked at; a verdict is added to it. */
export type About = Pick<PreflightLine, 'id' | 'group' | 'title'>;
type Values = Record<string, string | number>;
export type Verdict = Omit<PreflightLine, keyof About>;

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
export const both = (en: string, fr = en): Told => ({ en, fr });
export const about = (id: string, group: PreflightGroup, en: string, fr: string): About => ({
  id,
  group,
  title: both(en, fr),
});

const wrong =
  (state: 'fail' | 'warn') =>
  (code: PreflightCode, values: Values = {}, path = ''): Verdict => {
    const told = {
      en: fill(preflightMessages[code].en, values),
      fr: fill(preflightMessages[code].fr, values),
    };
    return { state, problem: { code, message: told.en, path }, told, detail: both('') };
  };
/** `values`: what the message's braces are filled with. */
export const failing = wrong('fail');
export const warning = wrong('warn');
const quiet = (state: 'pass' | 'unset', detail: Told): Verdict => ({
  state,
  problem: null,
  told: null,
  detail,
});
export const passing = (en = '', fr = en): Verdict => quiet('pass', both(en, fr));
export const unset = (en = 'not set up', fr = 'non configuré'): Verdict => quiet('unset', both(en, fr));

/** On a laptop for rehearsal what a show machine must not have only warns. */
export const softened = (isSoft: boolean, verdict: Verdict): Verdict =>
  isSoft && verdict.state === 'fail' ? { ...verdict, state: 'warn' } : verdict;

export const lineOf = (what: About, verdict: Verdict): PreflightLine => ({ ...what, ...verdict });
