import { z } from 'zod';
import { clock, colour, elements, number, positive, seed, share, whole } from './fields.ts';
import { defineLayer } from './layer.ts';

export const networkSchema = z.object({
  elements: elements().describe('whose middles are nodes; none: nodes are strewn over the rectangle'),
  nodes: whole(40, 2, 600).describe('strewn nodes; of elements, at most so many'),
  x: number(0).describe('left edge of the rectangle'),
  y: number(0),
  width: positive(40).describe('of the rectangle; 0: the canvas'),
  height: positive(16),
  links: whole(2, 1, 6).describe('each node is tied to so many of its nearest'),
  reach: positive(0).describe('longest link; 0: any'),
  rootX: number(0).describe('the network grows from the node that is nearest to here'),
  rootY: number(0),
  progress: share(1).describe('how far it has grown'),
  colour: colour('#7fd0ff').describe('of links and nodes'),
  level: positive(1, 8),
  strokeWidth: positive(0.1, 20).describe('of a link'),
  node: positive(0.6, 20).describe('diameter of a node'),
  rest: share(0.35).describe('strength of a link without a pulse'),
  pulses: share(0.6).describe('share of the links on which pulses run'),
  pulseSpeed: number(6),
  pulseLength: positive(2.4, 100),
  pulseEvery: positive(14, 1000).describe('metres of way between two pulses of a link'),
  pulseColour: colour('#ffffff'),
  glow: positive(0.8, 50),
  glowLevel: positive(0.35, 4),
  clock: clock(),
  seed: seed(),
});
export type NetworkParameters = z.infer<typeof networkSchema>;

/** Nodes and links that grow from a root, with pulses that run along them. */
export const network = defineLayer({
  type: 'network',
  name: { fr: 'Réseau', en: 'Network' },
  about: {
    fr: 'des nœuds et des liens qui poussent, parcourus d’impulsions',
    en: 'nodes and links that grow, with pulses along them',
  },
  fresh: { width: 0 },
  schema: networkSchema,
  hints: {
    elements: { control: 'elements' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    width: { unit: 'm' },
    height: { unit: 'm' },
    reach: { unit: 'm' },
    rootX: { unit: 'm' },
    rootY: { unit: 'm' },
    progress: { control: 'slider' },
    colour: { control: 'colour' },
    strokeWidth: { unit: 'm' },
    node: { unit: 'm' },
    rest: { control: 'slider' },
    pulses: { control: 'slider' },
    pulseSpeed: { unit: 'm/s', time: 'free' },
    pulseLength: { unit: 'm' },
    pulseEvery: { unit: 'm' },
    pulseColour: { control: 'colour' },
    glow: { unit: 'm' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  reach: (parameters) => parameters.glow + Math.max(parameters.strokeWidth, parameters.node),
  media: () => [],
});
