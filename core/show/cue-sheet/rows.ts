import { nameOf } from '../../ids.ts';
import type { CompiledCue, CompiledShow } from '../compiled.ts';
import { normaliseCueNumber } from '../cue-number.ts';
import type { CueAction, TriggerRecord } from '../show.schema.ts';
import { sheetWord, type SheetLanguage } from './cue-sheet.words.ts';

/** The cue list as the desk's operator has it on paper: what each cue is, what it waits for, and what fires it. */
export type SheetRow = {
  number: string;
  name: string;
  /** `1:15.2`; empty for a cue without a place. */
  time: string;
  timeline: string;
  arrival: string;
  go: string;
  actions: string[];
  /** Of the show: `osc /eos/out/event/cue/1/12/fire`. */
  triggers: string[];
  notes: string;
  colour: string | null;
  /** What the picture shows, seconds of a timeline; null: nothing. */
  still: { timeline: string; position: number } | null;
};
export type CueSheet = { title: string; revision: number; language: SheetLanguage; rows: SheetRow[] };

/** 75.25 → "1:15.2", an hour and more "1:02:03". */
export const sheetTime = (seconds: number): string => {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const [whole, tenth] = [Math.floor(tenths / 10), tenths % 10];
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}.${tenth}`;
};

export const cueSheet = (show: CompiledShow, language: SheetLanguage): CueSheet => ({
  title: show.show.title[language],
  revision: show.revision,
  language,
  rows: show.cues.map((cue) => rowOf(show, cue, language)),
});

const rowOf = (show: CompiledShow, cue: CompiledCue, language: SheetLanguage): SheetRow => ({
  number: normaliseCueNumber(cue.number),
  name: cue.name[language],
  time: cue.at ? sheetTime(cue.at.position) : '',
  timeline: cue.at ? (show.timelines[cue.at.timeline]?.name ?? nameOf(cue.at.timeline)) : '',
  arrival: arrivalOf(cue, language),
  go: goOf(show, cue, language),
  actions: actionsOf(cue, language),
  triggers: show.triggers.flatMap((trigger) => triggerOf(trigger, normaliseCueNumber(cue.number))),
  notes: cue.note,
  colour: cue.colour,
  still: stillOf(show, cue),
});

const arrivalOf = ({ at, arrive }: CompiledCue, language: SheetLanguage): string => {
  if (!at) return sheetWord(language, 'sting');
  switch (arrive.kind) {
    case 'pass':
      return sheetWord(language, 'pass');
    case 'hold':
      return arrive.max === null
        ? sheetWord(language, 'hold')
        : sheetWord(language, 'holdMax', { seconds: arrive.max });
    case 'loop': {
      const from = sheetTime(arrive.from);
      return arrive.times === null
        ? sheetWord(language, 'loop', { from })
        : sheetWord(language, 'loopTimes', { from, times: arrive.times });
    }
  }
};

/** What GO waits for, and what it does besides jumping there. */
const goOf = ({ cueById }: CompiledShow, cue: CompiledCue, language: SheetLanguage): string => {
  const say = (is: boolean, key: Parameters<typeof sheetWord>[1], values = {}): string[] =>
    is ? [sheetWord(language, key, values)] : [];
  const followed = cue.follow ? cueById[cue.follow.cue]?.number : undefined;
  return [
    ...say(cue.disarmed, 'disarmed'),
    ...say(cue.skip, 'skip'),
    sheetWord(language, cue.quantise ?? 'atOnce'),
    ...say(cue.preWait > 0, 'preWait', { seconds: cue.preWait }),
    ...say(cue.fade > 0, 'fade', { seconds: cue.fade }),
    ...say(cue.entry !== null, 'entry', { at: sheetTime(cue.entry ?? 0) }),
    ...say(cue.continue, 'continue', { seconds: cue.postWait }),
    ...say(followed !== undefined, 'follow', { cue: followed ?? '', seconds: cue.follow?.after ?? 0 }),
  ].join(' · ');
};

const actionText = ({ verb, args }: CueAction): string =>
  [
    verb,
    ...Object.entries(args).map(
      ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
  ].join(' ');

const actionsOf = ({ actions, variants }: CompiledCue, language: SheetLanguage): string[] => {
  if (variants.length === 0) return actions.map(actionText);
  return variants.map(
    (list, index) =>
      `${sheetWord(language, 'variant', { count: index + 1 })}: ${list.map(actionText).join(', ')}`,
  );
};

/** Triggers that name the cue, or take its number out of the address (`$cue`) or the message (`$1`). */
const triggerOf = ({ input, address, verb, args }: TriggerRecord, number: string): string[] => {
  const { cue } = args;
  if (verb !== 'cue/go' && verb !== 'standby') return [];
  if (typeof cue !== 'string' && typeof cue !== 'number') return [];
  const word = verb === 'standby' ? ' (standby)' : '';
  if (/^\$\d+$/.test(String(cue))) return [`${input} ${address} ${number}${word}`];
  const variable = /^\$([a-z]+)$/i.exec(String(cue))?.[1];
  if (variable === undefined)
    return normaliseCueNumber(String(cue)) === number ? [`${input} ${address}${word}`] : [];
  const filled = address.replace(`{${variable}}`, number);
  return filled === address ? [] : [`${input} ${filled}${word}`];
};

/** Seconds after its mark, where a picture that fades in is seen; never past the next cue. */
const INTO = 1.5;
const stillOf = (show: CompiledShow, cue: CompiledCue): SheetRow['still'] => {
  if (cue.at) {
    const { timeline } = cue.at;
    const start = cue.entry ?? cue.at.position;
    const ahead = (show.timelines[timeline]?.cues ?? []).find((one) => (one.at?.position ?? 0) > start);
    const end = ahead?.at?.position ?? show.timelines[timeline]?.duration ?? start;
    return { timeline, position: start + Math.min(INTO, Math.max(0, end - start) / 2) };
  }
  const started = [...cue.actions, ...cue.variants.flat()].find(({ verb }) => verb === 'timeline/start');
  const name = started?.args['id'];
  const id = typeof name === 'string' ? `timeline:${name}` : '';
  const overlay = show.timelines[id];
  return overlay ? { timeline: id, position: overlay.duration * 0.4 } : null;
};
