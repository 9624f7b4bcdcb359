import type { LayerContext } from './layer.ts';
import { builtInFont, loadFont } from './fonts.ts';

/** The faces that one layer sets its words in. `of` is undefined until the face has come; it is then asked for. */
export interface Faces {
  want(font: string | null): Promise<void>;
  of(font: string | null): string | undefined;
}

export const createFaces = (context: LayerContext): Faces => {
  const families = new Map<string, string>();
  const want = async (font: string | null): Promise<void> => {
    const url = font === null ? builtInFont : context.mediaUrl(font);
    families.set(font ?? '', await loadFont(url));
  };
  return {
    want,
    of(font) {
      const family = families.get(font ?? '');
      if (family === undefined)
        want(font).catch((error: unknown) =>
          context.report({ code: 'font-unreadable', message: String(error), path: 'parameters.font' }),
        );
      return family;
    },
  };
};
