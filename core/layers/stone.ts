import { z } from 'zod';
import { colour, elements, number, positive, share } from './fields.ts';
import { defineLayer } from './layer.ts';

export const stoneSchema = z.object({
  elements: elements().describe('what is drawn; none: the whole façade'),
  quiet: z.array(z.string()).default(['porch-frieze', 'porch-attic']).describe('kept calm for words'),
  quietLevel: share(0.25),
  level: positive(1, 8),
  ambient: share(0.1).describe('light that comes from nowhere'),
  colour: colour('#fff1d8').describe('of the lamp'),
  saturation: share(0).describe('0: bare stone; 1: the building’s own colours'),
  lightX: number(60).describe('lamp, on the elevation'),
  lightY: number(30),
  lightHeight: positive(12).describe('lamp, in front of the wall: small is grazing'),
  lightReach: positive(90, 1000).describe('distance at which the lamp has fallen to a third'),
  relief: share(0.8).describe('mouldings caught by the light'),
  shadow: share(0.8),
  inside: positive(0, 8).describe('light behind the glass'),
  insideColour: colour('#ffd98a'),
  ring: number(-10).describe('radius of a ring of light that runs over the stone; negative: none'),
  ringX: number(117.5),
  ringY: number(4),
  ringWidth: positive(3, 200),
  ringLevel: positive(1, 20),
  ringColour: colour('#ffffff'),
  discs: share(0).describe('share of the light that passes the three discs'),
  discRadius: positive(25, 500),
  discSoft: share(0.35),
  red: share(1),
  redX: number(70),
  redY: number(20),
  yellow: share(1),
  yellowX: number(117.5),
  yellowY: number(40),
  blue: share(1),
  blueX: number(165),
  blueY: number(20),
  dots: positive(0, 10).describe('pitch of a printer’s dot screen; 0: none'),
  dotAngle: number(30),
});
export type StoneParameters = z.infer<typeof stoneSchema>;

/** The façade drawn as stone, glass and metal under a lamp: relief, cast shadows, three-colour light, a dot screen. */
export const stone = defineLayer({
  type: 'stone',
  name: { fr: 'Pierre éclairée', en: 'Lit stone' },
  schema: stoneSchema,
  hints: {
    elements: { control: 'elements' },
    quiet: { control: 'elements' },
    level: { control: 'slider' },
    ambient: { control: 'slider' },
    colour: { control: 'colour' },
    insideColour: { control: 'colour' },
    ringColour: { control: 'colour' },
    lightX: { unit: 'm' },
    lightY: { unit: 'm' },
    lightHeight: { unit: 'm' },
    lightReach: { unit: 'm' },
    ring: { unit: 'm' },
    ringWidth: { unit: 'm' },
    discRadius: { unit: 'm' },
    dots: { unit: 'm' },
    dotAngle: { unit: '°' },
  },
  // Shadows are cast over at most this far (the mesh limits them).
  handles: {
    points: [
      ['lightX', 'lightY'],
      ['ringX', 'ringY'],
    ],
  },
  reach: () => 5,
  media: () => [],
});
