import { z } from 'zod';
import { NAME_PATTERN, type ClockSeconds } from '../ids.ts';
import { CANVAS_PATTERNS, GREY_PATTERN, RASTER_PATTERNS } from '../render/pattern-names.ts';
import type { LiveSample } from '../playback/live.ts';
import type { Plan } from '../playback/plan.ts';

/**
 * What technicians do on the wall that no document keeps: patterns, marks, who holds which output, and the values of a
 * drag under way. It is state of the host, ends with it, and is drawn by the outputs themselves.
 */
const outputName = z.string().regex(NAME_PATTERN, 'must be the name of an output');

/** Drawn in place of the show. `canvas`: through warp, blend and masks; `output`: raw raster pixels, to the edge. */
export const PATTERNS = { canvas: [...CANVAS_PATTERNS, 'numbers'], output: RASTER_PATTERNS } as const;
const choiceSchema = z.object({
  /** One of PATTERNS, or `grey-0` … `grey-100` (percent of the signal). */
  name: z.string().max(20),
  space: z.enum(['canvas', 'output']),
});
export type PatternChoice = z.infer<typeof choiceSchema>;
export const patternSchema = choiceSchema.refine(
  ({ name, space }) => GREY_PATTERN.test(name) || PATTERNS[space].some((known) => known === name),
  { message: 'there is no such pattern in this space', path: ['name'] },
);

/** What an output draws over its picture while it is lined up; points are indices of its control grid. */
export const markSchema = z.object({
  mesh: z.boolean().default(false),
  selected: z.array(z.number().int().min(0)).max(1089).default([]),
  /** Upright output pixels. */
  cross: z.tuple([z.number(), z.number()]).nullable().default(null),
  /** Masks as outlines. */
  masks: z.boolean().default(false),
});
export type Mark = z.infer<typeof markSchema>;

export const lineUpInputs = {
  pattern: z.strictObject({
    /** null: all outputs. */
    outputs: z.array(outputName).max(64).nullable(),
    /** null: the show. */
    pattern: patternSchema.nullable(),
  }),
  freeze: z.strictObject({ on: z.boolean() }),
  identify: z.strictObject({ seconds: z.number().min(0).max(600).default(10) }),
  hold: z.strictObject({
    output: outputName,
    person: z.string().trim().min(1).max(40),
    take: z.boolean().default(false),
  }),
  leave: z.strictObject({ output: outputName }),
  mark: z.strictObject({ output: outputName, mark: markSchema.nullable() }),
  /** Fields of one record of the rig while they are dragged; null: back to the document. */
  preview: z.strictObject({
    record: z.string().max(100),
    fields: z.record(z.string(), z.unknown()).nullable(),
  }),
} as const;

export type LineUp = {
  /** output name → what it shows; an output that is not named shows the show. */
  patterns: Record<string, PatternChoice>;
  /** The show clock at which the show stands still on all outputs, though playback goes on; null: it runs. */
  frozenAt: ClockSeconds | null;
  /** What was in force at that time, for a page that comes later; null with `frozenAt`. */
  frozen: { plans: Plan[]; live: LiveSample[] } | null;
  /** Outputs show their names until this show-clock time. */
  identifyUntil: ClockSeconds | null;
  marks: Record<string, Mark>;
  /** output name → who lines it up. `sender` is the page's; one that went keeps its hold for a while. */
  holders: Record<string, { sender: string; person: string; isHere: boolean }>;
};
/** record id → fields of a drag under way, already valid. */
export type Previews = Record<string, Record<string, unknown>>;
export const NO_LINE_UP: LineUp = {
  patterns: {},
  frozenAt: null,
  frozen: null,
  identifyUntil: null,
  marks: {},
  holders: {},
};
