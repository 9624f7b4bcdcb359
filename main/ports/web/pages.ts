import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The built pages, from the list that the build made: a request names a key of this map and never a path on the disk.
 * Files are small and few; they are read at the start, so a build beside a running show changes nothing under it.
 */
export type PageFile = { type: string; bytes: Uint8Array<ArrayBuffer>; sha256: string };
export type Pages = {
  /** `assets/console-abc.js` */
  file(key: string): PageFile | null;
  /** `console` → its HTML. */
  page(name: string): PageFile | null;
};

const listSchema = z.record(z.string(), z.object({ type: z.string(), sha256: z.string() }));

const SCHEME = /[ \t]*<meta name="color-scheme"[^>]*>\n?/;
/**
 * Until a page has drawn, Chromium paints what its colour scheme says, dark grey, which lights a wall. A window of the
 * application is black by itself, so there the page says nothing of colours; a browser's would be white then.
 */
export const onBlack = ({ bytes }: PageFile): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replace(SCHEME, ''));

/** `folder`: dist/renderer. Empty while the pages aren't built. */
export const loadPages = (folder: string): Pages => {
  const list = join(folder, 'files.json');
  const entries = existsSync(list)
    ? Object.entries(listSchema.parse(JSON.parse(readFileSync(list, 'utf8'))))
    : [];
  // Installers leave the source maps out.
  const present = entries.filter(([key]) => !key.endsWith('.map') || existsSync(join(folder, key)));
  const files = new Map(
    present.map(([key, { type, sha256 }]) => [
      key,
      { type, sha256, bytes: new Uint8Array(readFileSync(join(folder, key))) },
    ]),
  );
  const file = (key: string) => files.get(key) ?? null;
  return { file, page: (name) => file(`${name}/index.html`) ?? file(`${name}.html`) };
};
