/**
 * Makes the HAP films of test/fixtures/media, with ffmpeg's own encoder: `node test/support/make-hap.mjs`. Each frame
 * tells its number: eight columns of the upper half are its bits, lowest first. Below: eight colours.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(fileURLToPath(new URL('.', import.meta.url)), '../fixtures/media');
const size = { width: 128, height: 64 };
const frames = 20;
const colours = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
  [0, 255, 255],
  [255, 0, 255],
  [128, 128, 128],
  [255, 255, 255],
];

const frameOf = (number, hasAlpha) => {
  const pixels = Buffer.alloc(size.width * size.height * 4);
  for (let y = 0; y < size.height; y += 1)
    for (let x = 0; x < size.width; x += 1) {
      const column = Math.floor((x / size.width) * 8);
      const isBit = y < size.height / 2;
      const light = (number >> column) & 1 ? 255 : 0;
      const [red, green, blue] = isBit ? [light, light, light] : colours[column];
      const alpha = hasAlpha && !isBit && column % 2 === 1 ? 128 : 255;
      pixels.set([red, green, blue, alpha], (y * size.width + x) * 4);
    }
  return pixels;
};
const make = (name, format, options) => {
  const input = Buffer.concat(Array.from({ length: frames }, (_, i) => frameOf(i, format === 'hap_alpha')));
  const raw = [
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-s',
    `${size.width}x${size.height}`,
    '-r',
    '25',
    '-i',
    '-',
  ];
  const out = [
    '-c:v',
    'hap',
    '-format',
    format,
    ...options,
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    '-y',
  ];
  const made = spawnSync('ffmpeg', ['-v', 'error', ...raw, ...out, join(folder, name)], { input });
  if (made.status !== 0) throw new Error(`ffmpeg: ${made.stderr}`);
};

make('hap.mov', 'hap', ['-compressor', 'none']);
make('hap-alpha.mov', 'hap_alpha', ['-chunks', '1']);
make('hap-q.mov', 'hap_q', ['-chunks', '4']);
