import { checkWords } from './words/check.words.ts';
import { camerasWords } from './words/cameras.words.ts';
import { connectWords } from './words/connect.words.ts';
import { cuesWords } from './words/cues.words.ts';
import { designMediaWords } from './words/design-media.words.ts';
import { designWords } from './words/design.words.ts';
import { diskWords } from './words/disk.words.ts';
import { exportWords } from './words/export.words.ts';
import { effectWords } from './words/effect.words.ts';
import { draftWords } from './words/draft.words.ts';
import { frameWords } from './words/frame.words.ts';
import { helpWords } from './words/help.words.ts';
import { keysWords } from './words/keys.words.ts';
import { lightWords } from './words/light.words.ts';
import { lineUpWords } from './words/line-up.words.ts';
import { paletteWords } from './words/palette.words.ts';
import { patternWords } from './words/pattern.words.ts';
import { pictureWords } from './words/picture.words.ts';
import { publicViewWords } from './words/public-view.words.ts';
import { releasesWords } from './words/releases.words.ts';
import { remoteWords } from './words/remote.words.ts';
import { runSideWords } from './words/run-side.words.ts';
import { runWords } from './words/run.words.ts';
import { safetyWords } from './words/safety.words.ts';
import { spaceWords } from './words/space.words.ts';
import type { Language, WordTable } from './words/table.ts';
import { valuesWords } from './words/values.words.ts';
import { warpWords } from './words/warp.words.ts';

/** Every word of the console, French and English, in one table (DESIGN §10); each area's words stand in a file. */
const table = {
  ...frameWords,
  ...runWords,
  ...runSideWords,
  ...lineUpWords,
  ...remoteWords,
  ...releasesWords,
  ...patternWords,
  ...warpWords,
  ...lightWords,
  ...spaceWords,
  ...safetyWords,
  ...connectWords,
  ...cuesWords,
  ...designWords,
  ...exportWords,
  ...effectWords,
  ...draftWords,
  ...designMediaWords,
  ...helpWords,
  ...keysWords,
  ...publicViewWords,
  ...valuesWords,
  ...diskWords,
  ...paletteWords,
  ...pictureWords,
  ...checkWords,
  ...camerasWords,
} as const satisfies WordTable;
export type { Language };
export type Word = keyof typeof table;
export type WordValues = Record<string, string | number>;

/** `values` take the place of the words in braces. */
export const word = (language: Language, key: Word, values: WordValues = {}): string =>
  table[key][language === 'fr' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
