/** Media records and the sound track. Hashes are filled in by the application when a file is present. */
export const FONTS = {
  'old-standard': ['Old Standard TT', 'fonts/old-standard-tt-700.woff2'],
  'alfa-slab': ['Alfa Slab One', 'fonts/alfa-slab-one-400.woff2'],
  federo: ['Federo', 'fonts/federo-400.woff2'],
  'goudy-1911': ['Goudy Bookletter 1911', 'fonts/goudy-bookletter-1911-400.woff2'],
};
const SOUNDS = {
  soundtrack: ['Bande-son 1868–2018', 540],
  'sting-hammer': ['Coup de pilon', 4.5],
  'sting-colour-1': ['Rouge', 4.5],
  'sting-colour-2': ['Jaune', 4.5],
  'sting-colour-3': ['Bleu', 4.5],
  'sting-nineteen-hundred': ['1900', 7],
  'sting-press': ['Coup de presse', 2.5],
  'sting-lantern': ['Lanterne DS', 7],
  'sting-concorde': ['Concorde', 6],
  'sting-tgv': ['Passage du TGV', 3.6],
  'sting-inventer': ['Inventer', 5.5],
  'sting-fabriquer': ['Fabriquer', 5.5],
  'sting-connecter': ['Connecter', 5.5],
  'sting-partager': ['Partager', 5.5],
  'sting-tutti': ['Tutti', 7],
};
export const media = (kit) => {
  for (const [name, [title, path]] of Object.entries(FONTS))
    kit.put(`media:${name}`, { path, kind: 'font', title, hash: null, duration: null });
  for (const [name, [title, duration]] of Object.entries(SOUNDS))
    kit.put(`media:${name}`, { path: `media/${name}.ogg`, kind: 'sound', title, hash: null, duration });
  kit.clip(
    'sound',
    'soundtrack',
    'sound',
    [0, 540],
    { media: 'media:soundtrack', gain: 1 },
    { words: 'Bande-son' },
  );
};
