import { eight } from './rig-eight.mjs';

/** Example rigs. `two`: two projectors side by side, square pixels, an overlap of 15 m (12 % of a picture). */
const output = (name, index, x, width, height) => ({
  name,
  width: 1920,
  height: 1080,
  refresh: 60,
  display: { label: null, id: null, index },
  region: { x, y: -4.15, width, height },
  blend: { kind: 'auto', power: 1 },
});

export const rigs = () => {
  const width = 125;
  const height = (width * 1080) / 1920;
  return {
    eight: eight(),
    two: {
      format: 'frise-rig',
      schema: 1,
      records: {
        'rig:two': { title: 'Deux projecteurs', facade: { width: 235, height: 62 }, density: 16 },
        'output:left': output('Gauche (Seine)', 0, 0, width, height),
        'output:right': output('Droite (Champs-Élysées)', 1, 235 - width, width, height),
      },
      order: { 'rig:two': ['output:left', 'output:right'] },
    },
  };
};
