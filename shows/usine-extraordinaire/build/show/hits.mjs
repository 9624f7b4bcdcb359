/**
 * Where sound and picture strike together: `[seconds on main, what strikes]`. Tests measure both, the onset in the sound
 * track and the greatest change of the rendered picture, and want them within a frame, a twenty-fifth of a second.
 */
export const HITS = [
  [35, 'the hammer: steam'],
  [195, 'the press: the line'],
  [203, 'the line moves on'],
  [207, 'and again'],
  [211, 'and again'],
  [223, '1925'],
  [275, 'DS: the vault a lantern'],
  [333.364, 'Micral N is switched on'],
  [344.273, 'Minitel'],
  [353, 'robots'],
  [468.5, 'the touch'],
  [491, 'INVENT'],
  [494.75, 'MAKE'],
  [506, 'the layers come home'],
  [528.5, 'tutti, white'],
  [530.375, 'second blow'],
  [532.25, 'third blow'],
];
