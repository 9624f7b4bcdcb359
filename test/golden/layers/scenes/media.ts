import type { Scene } from '../scene.ts';

/** Files of test/fixtures/media: a test card with a hole of soft alpha; a film whose bar stands at 8 px a frame. */
export const media: Scene[] = [
  {
    name: 'image-contain',
    type: 'image',
    at: 1,
    parameters: { media: 'media:card', x: 3, y: 2, width: 20, height: 12, level: 0.9 },
  },
  {
    name: 'image-cover',
    type: 'image',
    at: 1,
    parameters: {
      media: 'media:card',
      x: 4,
      y: 3,
      width: 24,
      height: 10,
      fit: 'cover',
      rotation: 24,
      tint: '#ffd080',
    },
  },
  {
    name: 'video',
    type: 'video',
    at: 1,
    parameters: { media: 'media:film', offset: 0.62, rate: 0.5, level: 0.95 },
  },
  {
    name: 'video-loop',
    type: 'video',
    at: 4.45,
    parameters: {
      media: 'media:film',
      x: 2,
      y: 6,
      width: 12,
      height: 9,
      fit: 'stretch',
      rotation: -15,
      loop: true,
      clock: 'free',
    },
  },
];
