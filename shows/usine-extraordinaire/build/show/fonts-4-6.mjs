/** Display faces of chapters 4 to 6: Broadway’s lamps, a poster’s brush, a terminal’s dots. */
const FONTS = {
  limelight: ['Limelight', 'fonts/limelight-400.woff2'],
  boogaloo: ['Boogaloo', 'fonts/boogaloo-400.woff2'],
  vt323: ['VT323', 'fonts/vt323-400.woff2'],
};
export const fontsFourToSix = (kit) => {
  for (const [name, [title, path]] of Object.entries(FONTS))
    kit.put(`media:${name}`, { path, kind: 'font', title, hash: null, duration: null });
};
