import { z } from 'zod';

/**
 * The show document (DESIGN §4): what a designer edits. Schemas are the source of the types, of validation, of the
 * exported JSON Schema and of the defaults. Times are seconds, lengths metres on the façade's elevation (x right, y up).
 */
z.config({ jitless: true });

/** `kind:name`. */
export const idSchema = (kind: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${kind}:[a-z0-9]+(?:-[a-z0-9]+)*$`),
      `must be "${kind}:name", name in a–z, 0–9 and -`,
    );
const seconds = z.number().finite().nonnegative();
/** A decimal cue number as text: "1", "12.5". Compared as decimals, so "1.10" and "1.1" are one number. */
export const cueNumberSchema = z
  .string()
  .regex(/^\d{1,6}(?:\.\d{1,4})?$/, 'must be a decimal cue number such as "12.5"');
/** `#rrggbb`, sRGB. */
export const colourSchema = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as "#ffc36b"');
/** Words in the show's languages; a missing language falls back to the other. */
export const wordsSchema = z.object({ fr: z.string(), en: z.string() });
export type Words = z.infer<typeof wordsSchema>;

export const easeSchema = z.union([
  z
    .enum(['hold', 'linear', 'in', 'out', 'in-out', 'smooth', 'heavy'])
    .describe('how the value travels to the next key'),
  z
    .tuple([z.number().min(0).max(1), z.number(), z.number().min(0).max(1), z.number()])
    .describe('cubic Bézier x1 y1 x2 y2'),
]);
export type Ease = z.infer<typeof easeSchema>;

/** A keyframe's value: a number, a colour, a pair, or a word that switches. */
export const valueSchema = z.union([
  z.number().finite(),
  z.string(),
  z.boolean(),
  z.array(z.number().finite()).max(16),
]);
export type Value = z.infer<typeof valueSchema>;
export const keyframeSchema = z.object({
  at: z.number().finite().describe('seconds from the clip’s start'),
  value: valueSchema,
  ease: easeSchema.default('linear'),
});
export type Keyframe = z.infer<typeof keyframeSchema>;

const range = z.tuple([z.number().finite(), z.number().finite()]);
/** A clip whose sound is followed: it lies on the same timeline, so that one position says what is heard. */
const soundClip = idSchema('clip').describe('a sound clip of the same timeline');
const fall = z.number().positive().max(60);
/** What a parameter follows instead of keys: 0–1, a pure function of the position on the timeline. */
export const followSchema = z.object({
  source: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('sound'),
      clip: soundClip,
      band: z.enum(['all', 'low', 'mid', 'high']).default('all'),
      smooth: z.number().min(0).max(10).default(0.08).describe('mean of so many seconds up to now'),
    }),
    z.object({
      kind: z.literal('onset'),
      clip: soundClip,
      fall: fall.default(0.4).describe('seconds from a hit’s strength to 0'),
    }),
    z.object({
      kind: z.literal('beat'),
      grid: z.enum(['beat', 'bar']).default('beat'),
      fall: fall.nullable().default(null).describe('seconds from 1 to 0; null: until the next'),
    }),
  ]),
  from: range.default([0, 1]).describe('of the source, 0–1, and no further'),
  to: range.default([0, 1]).describe('of the parameter'),
  mix: z
    .enum(['replace', 'add', 'multiply'])
    .default('replace')
    .describe('with the parameter’s own value or keys'),
});
export type Follow = z.infer<typeof followSchema>;

export const showSchema = z.object({
  title: wordsSchema,
  canvas: z
    .object({
      width: z.number().positive().max(2000),
      height: z.number().positive().max(2000),
      density: z.number().positive().max(200),
    })
    .describe('metres, metres, pixels per metre for stills and films of the canvas'),
  facade: z
    .object({ path: z.string(), hash: z.string().nullable().default(null) })
    .describe('the façade document, relative to the show folder'),
  defaultRig: z
    .string()
    .describe('an example rig, relative to the show folder; copied into the station at the first run'),
  main: idSchema('timeline'),
  language: z.enum(['fr', 'en']).default('fr'),
  flashes: z
    .enum(['full', 'soft'])
    .default('full')
    .describe('soft: whatever carries light takes a second to come and to go'),
  seed: z.number().int().nonnegative().default(1),
  guard: z.number().min(0).max(10).default(0.4).describe('double-GO guard, seconds'),
  early: z
    .number()
    .min(0)
    .max(10)
    .default(0.5)
    .describe('early window before a hold in which GO passes through, seconds'),
});
export const timelineSchema = z.object({
  name: z.string(),
  duration: z.number().positive().max(86_400),
  blend: z.enum(['normal', 'add']).default('normal').describe('how an overlay lies on what is below'),
  loop: z.boolean().default(false).describe('as an overlay: begins again at its end, until it is stopped'),
  tempo: z
    .array(
      z.object({ at: seconds, bpm: z.number().positive().max(400), beats: z.number().int().min(1).max(32) }),
    )
    .default([])
    .describe('tempo map: from `at`, beats a minute and beats a bar'),
  markers: z
    .array(
      z.object({
        at: seconds,
        name: z.string().max(200).default(''),
        colour: colourSchema.default('#ffb84d'),
      }),
    )
    .optional()
    .describe('notes on the time axis, for who designs; nothing plays or stops there'),
});
const boardColour = colourSchema.optional().describe('on the designer’s timeline; nothing is drawn with it');
export const trackSchema = z.object({
  name: z.string(),
  muted: z.boolean().default(false),
  colour: boardColour,
  locked: z.boolean().optional().describe('true: its clips are not edited before it is unlocked'),
});
export const blendSchema = z.enum(['normal', 'add', 'screen', 'multiply', 'lighten']);
export type Blend = z.infer<typeof blendSchema>;
/** Where a clip may draw: everywhere, a rectangle in metres, or inside named façade elements or groups. */
export const regionSchema = z.union([
  z.null(),
  z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }),
  z.object({ elements: z.array(z.string()).min(1), inverted: z.boolean().default(false) }),
]);
export type Region = z.infer<typeof regionSchema>;
/** An effect's id: it is the first part of the names by which keys, follows and desks find its parameters. */
const effectId = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'must be a name in a–z, 0–9 and -');
export const effectSchema = z.object({
  id: effectId.describe(
    'its name within the clip: keys of "blur.radius" move the radius of the effect "blur"',
  ),
  type: z.string().describe('an effect type of core/layers/effects'),
  on: z.boolean().default(true),
  parameters: z.record(z.string(), z.unknown()).default({}),
});
export type EffectRecord = z.infer<typeof effectSchema>;
export const clipSchema = z.object({
  name: z.string().default(''),
  colour: boardColour,
  layer: z.string().describe('a layer type of core/layers, "sound" or "osc"'),
  start: seconds,
  duration: z.number().positive(),
  fadeIn: seconds.default(0),
  fadeOut: seconds.default(0),
  opacity: z.number().min(0).max(1).default(1),
  blend: blendSchema.default('normal'),
  region: regionSchema.default(null),
  muted: z.boolean().default(false),
  parameters: z.record(z.string(), z.unknown()).default({}),
  effects: z
    .array(effectSchema)
    .max(16)
    .default([])
    .describe('what is done to its picture, in this order, before it is laid on what is below'),
  keyframes: z
    .record(z.string(), z.array(keyframeSchema))
    .default({})
    .describe('parameter, "opacity" or "effect.parameter" → keys sorted by `at`'),
  follow: z
    .record(z.string(), followSchema)
    .default({})
    .describe('parameter, "opacity" or "effect.parameter", a number → the sound or the beat that it follows'),
});
/** What reaching a cue's mark does: run through it, stop just before it, or loop up to it. */
export const arriveSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pass') }),
  z.object({
    kind: z.literal('hold'),
    max: seconds.nullable().default(null).describe('at most so many seconds, then it goes by itself'),
  }),
  z.object({
    kind: z.literal('loop'),
    from: seconds.describe('where the loop begins, seconds of position'),
    times: z.number().int().positive().nullable().default(null).describe('null: until GO'),
  }),
]);
export const actionSchema = z.object({
  verb: z.string(),
  args: z.record(z.string(), z.unknown()).default({}),
});
export const cueSchema = z.object({
  number: cueNumberSchema,
  name: wordsSchema,
  note: z.string().default(''),
  at: z
    .object({ timeline: idSchema('timeline'), position: seconds.describe('seconds on its timeline') })
    .nullable()
    .default(null),
  arrive: arriveSchema.default({ kind: 'pass' }),
  colour: colourSchema.nullable().default(null).describe('of its row in the cue list'),
  entry: seconds
    .nullable()
    .default(null)
    .describe('position in seconds at which a jump to this cue begins; null: its mark'),
  preWait: seconds.default(0).describe('seconds between GO and the start'),
  postWait: seconds.default(0).describe('seconds between its firing and the next cue, where it continues'),
  continue: z.boolean().default(false).describe('the next cue in order fires by itself'),
  skip: z.boolean().default(false).describe('GO passes it over; it can be fired by number'),
  fade: seconds.default(0).describe('cross-fade on GO, seconds'),
  follow: z
    .object({ after: seconds.describe('seconds after it'), cue: idSchema('cue') })
    .nullable()
    .default(null)
    .describe('fires that cue so many seconds of position later; seconds of time for a cue without a place'),
  quantise: z
    .enum(['beat', 'bar', 'lap'])
    .nullable()
    .default(null)
    .describe('GO waits for the next beat or bar, or for the end of the lap of its loop'),
  guard: seconds.nullable().default(null).describe('double-GO guard, seconds; null: the show’s'),
  again: z
    .enum(['restart', 'stack', 'ignore'])
    .default('restart')
    .describe('an overlay that this cue starts while it still plays'),
  cap: z.number().int().min(1).max(16).default(4).describe('overlays at once when they stack'),
  retrigger: seconds
    .default(0)
    .describe('minimum time between two firings of a cue without a place, seconds'),
  actions: z.array(actionSchema).default([]),
  variants: z
    .array(z.array(actionSchema))
    .default([])
    .describe('each firing takes the next; replaces actions'),
  disarmed: z.boolean().default(false),
});
export const triggerSchema = z.object({
  input: z
    .enum(['osc', 'midi', 'dmx', 'sound'])
    .default('osc')
    .describe('the way in; what is no OSC is written in its form, see docs/operator.md'),
  address: z.string().regex(/^\//, 'must start with /'),
  when: z.enum(['any', 'rise', 'fall', 'change']).default('any'),
  threshold: z.number().default(0.5),
  hysteresis: z.number().min(0).default(0.1),
  minInterval: seconds.default(0),
  scale: z
    .object({ from: range, to: range })
    .nullable()
    .default(null)
    .describe('numbers taken from the message go from one range to the other, and no further'),
  verb: z.string(),
  args: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .default({})
    .describe('"$name" takes the address part, "$1" the first argument'),
});
export const mediaSchema = z.object({
  path: z.string().describe('relative to the show folder'),
  kind: z.enum(['image', 'video', 'sound', 'font', 'svg', 'model']),
  hash: z.string().nullable().default(null).describe('sha256 of the file, hex'),
  duration: seconds.nullable().default(null),
  title: z.string().default(''),
  width: z.number().int().positive().optional().describe('pixels, of a picture or film'),
  height: z.number().int().positive().optional(),
  fps: z.number().positive().max(1000).optional().describe('of a film'),
  channels: z.number().int().positive().max(64).optional().describe('of a sound or a film’s sound'),
  codec: z.string().max(80).optional().describe('of a film, as people call it'),
  keyGap: z.number().nonnegative().optional().describe('seconds, the longest of a film without a key frame'),
  strips: z.number().int().positive().optional().describe('tracks beside each other that are one film'),
  original: z
    .string()
    .optional()
    .describe('the file that this one is a copy of, relative to the show folder'),
});

/**
 * A look by name, for clips of one layer: its settings, and the effects on its picture. It lies in the show, so that whoever
 * works on it has it; what a clip is about (texts, media, elements), where it stands and its keys are its own.
 */
export const presetSchema = z.object({
  name: z.string().min(1).max(80),
  layer: z.string().describe('the layer type that it is for'),
  parameters: z.record(z.string(), z.unknown()).default({}),
  effects: z
    .array(effectSchema)
    .max(16)
    .nullable()
    .default(null)
    .describe('in place of the clip’s effects; null: those stay'),
});
export type PresetRecord = z.infer<typeof presetSchema>;

export const showRecordSchemas = {
  show: showSchema,
  timeline: timelineSchema,
  track: trackSchema,
  clip: clipSchema,
  cue: cueSchema,
  trigger: triggerSchema,
  media: mediaSchema,
  preset: presetSchema,
} as const;
export type ShowRecord = z.infer<typeof showSchema>;
export type TimelineRecord = z.infer<typeof timelineSchema>;
export type TrackRecord = z.infer<typeof trackSchema>;
export type ClipRecord = z.infer<typeof clipSchema>;
export type CueRecord = z.infer<typeof cueSchema>;
export type TriggerRecord = z.infer<typeof triggerSchema>;
export type MediaRecord = z.infer<typeof mediaSchema>;
export type CueAction = z.infer<typeof actionSchema>;

/**
 * A show document. `order`: `timeline:x` → its tracks, bottom first; `track:x` → its clips by start.
 * There is exactly one `show:` record.
 */
export const SHOW_FORMAT = 'frise-show';
export const SHOW_SCHEMA = 1;
export type ShowDocument = {
  format: 'frise-show';
  schema: number;
  records: Record<string, unknown>;
  order: Record<string, string[]>;
};
