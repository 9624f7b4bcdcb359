import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/**
 * Faces by the URL they come from, loaded once a page. A text never waits for one in live mode: it is drawn when its
 * face has come.
 */
const loaded = new Map<string, Promise<string>>();
let made = 0;

export const builtInFont: string = inter;

/** @returns the family name to use; rejects with `font-unreadable` when the file is no font or isn't there. */
export const loadFont = (url: string): Promise<string> => {
  const known = loaded.get(url);
  if (known) return known;
  made += 1;
  const family = `frise-${made}`;
  const face = new FontFace(family, `url(${JSON.stringify(url)})`, { weight: '100 900' });
  document.fonts.add(face);
  const loading = face.load().then(
    () => family,
    () => {
      document.fonts.delete(face);
      throw new Error(`font-unreadable: ${url} can't be read as a font`);
    },
  );
  loaded.set(url, loading);
  return loading;
};
