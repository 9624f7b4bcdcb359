/** Stings of chapters 4 and 5: the press, the lantern of the DS, Concorde’s sweep. */
import { keys } from './kit.mjs';

export const stingsFourToSix = (kit, sting) => {
  sting(kit, 'sting-press', 'Coup de presse', 2.5, 'sting-press');
  for (const [id, elements, width] of [
    ['openings', ['arches', 'gates', 'archivolt', 'windows'], 0.4],
    ['courses', ['plinth', 'cornices', 'entablature'], 0.25],
  ])
    kit.clip(
      'sting-press',
      `press-${id}`,
      'facade-light',
      [0, 2],
      {
        elements,
        lines: 'axis',
        look: 'stroke',
        order: 'centre-out',
        soft: 0.1,
        progress: 0,
        colour: '#fff3d6',
        width,
        glow: 1.4,
        glowLevel: 0.4,
      },
      {
        words: 'La presse frappe',
        keyframes: {
          progress: keys([0, 0.2, 'out'], [0.35, 1]),
          opacity: keys([0, 1], [0.3, 1, 'out'], [2, 0]),
        },
      },
    );
  sting(kit, 'sting-lantern', 'DS, lanterne', 7, 'sting-lantern');
  kit.clip(
    'sting-lantern',
    'lantern-ds',
    'stone',
    [0, 6],
    {
      elements: ['vault', 'ribs', 'dome', 'drum', 'lantern'],
      level: 0.25,
      ambient: 0.02,
      lightX: 117.5,
      lightY: 40,
      lightHeight: 30,
      lightReach: 120,
      inside: 0,
      insideColour: '#ffd166',
      quietLevel: 0.1,
    },
    {
      words: 'La verrière, de l’intérieur',
      keyframes: { inside: keys([0, 0, 'out'], [0.3, 1.8, 'smooth'], [3, 1], [6, 0]) },
    },
  );
  sting(kit, 'sting-concorde', 'Concorde', 6, 'sting-concorde');
  kit.clip(
    'sting-concorde',
    'concorde-sweep',
    'facade-light',
    [0, 4],
    {
      elements: [
        'column',
        'porch-column',
        'pavilion-column',
        'cornices',
        'vault-ribs',
        'dome-ribs',
        'quadriga',
      ],
      lines: 'outline',
      look: 'fill',
      order: 'left-right',
      soft: 0.12,
      tail: 0.25,
      progress: 0,
      colour: '#ffffff',
    },
    { words: 'Balayage blanc', fadeOut: 1, keyframes: { progress: keys([0, 0, 'in'], [2.6, 1]) } },
  );
};
