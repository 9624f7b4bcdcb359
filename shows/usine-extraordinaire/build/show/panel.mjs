/**
 * The two bands of words darkened once, on top of what runs over them: cheaper than a region for each of many lines.
 * Their outline is the porch’s own frieze and attic.
 */
import { box, poly } from './forms.mjs';

export const panel = (kit, name, span) =>
  kit.clip(
    'front',
    name,
    'shape',
    span,
    {
      path: [
        box(93.5, 16, 141.5, 19.4),
        poly([
          [93.5, 20],
          [141.5, 20],
          [141.5, 26.2],
          [141.9, 26.4],
          [141.9, 27],
          [93.1, 27],
          [93.1, 26.4],
          [93.5, 26.2],
        ]),
      ],
      fill: '#000000',
      fillOpacity: 0.94,
      strokeOpacity: 0,
      strokeWidth: 0,
    },
    { words: 'Bandeaux des textes' },
  );
