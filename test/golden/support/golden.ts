import { commands } from 'vitest/browser';
import { compare, TOLERANCE } from './compare.ts';
import { fromPng, toPng, type Picture } from './picture.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    readGolden(name: string): Promise<string | null>;
    writeGolden(name: string, base64: string): Promise<boolean>;
    writeArtefact(name: string, base64: string): Promise<void>;
    readDocs(name: string): Promise<string | null>;
    writeDocs(name: string, base64: string): Promise<boolean>;
  }
}

/** What `goldenOf` says of a picture that is as it was. */
export const same = 'same as the golden image';
/** How a picture is accepted; test/golden/README.md has the whole of it. */
const accept = (name: string): string =>
  `To accept it: FRISE_GOLDEN_WRITE=1 npx vitest run --project golden, then look at test/golden/images/${name}.png`;

/** The stored image, or null where there is none. */
export const storedGolden = async (name: string): Promise<Picture | null> => {
  const stored = await commands.readGolden(`${name}.png`);
  return stored === null ? null : fromPng(stored);
};

/**
 * Compares with test/golden/images/<name>.png. What differs, or has no golden image, is written to artefacts/golden.
 * With FRISE_GOLDEN_WRITE=1, outside CI, it becomes the golden image instead.
 * @returns `same`, or what is wrong, where the picture is and how to accept it
 */
export const goldenOf = async (name: string, picture: Picture, tolerance = TOLERANCE): Promise<string> => {
  const expected = await storedGolden(name);
  if (expected && compare(picture, expected, tolerance).isSame) return same;
  if (await commands.writeGolden(`${name}.png`, toPng(picture))) return same;
  return refusal(name, picture, expected, tolerance);
};

/** Writes what a person needs to judge, and says where it is. */
export const refusal = async (
  name: string,
  picture: Picture,
  expected: Picture | null,
  tolerance = TOLERANCE,
): Promise<string> => {
  const put = (what: string, one: Picture) => commands.writeArtefact(`${name}.${what}.png`, toPng(one));
  await put('actual', picture);
  const actual = `artefacts/golden/${name}.actual.png`;
  if (!expected) return `${name}: there is no golden image. The picture is ${actual}. ${accept(name)}`;
  const { differing, most, map } = compare(picture, expected, tolerance);
  await put('expected', expected);
  await put('difference', map);
  return `${name}: ${differing} pixels differ, by ${most} at most. The picture is ${actual}, beside it .expected and .difference. ${accept(name)}`;
};
