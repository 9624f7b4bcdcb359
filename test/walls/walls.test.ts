/**
 * The walls of the house, executed: each violation is planted in a small tree under the repository's own configuration,
 * and the linter, the compiler or the checker must name the planted file and the reason. The same tree without plants
 * passes, so that a complaint is about the plant.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, findForbidden, growTree, lint } from './tree.js';
import type { Tree, Verdict } from './tree.js';

const healthy = {
  // With the libraries that each side really uses: their types must not open a wall.
  'core/value.ts': "import { z } from 'zod';\nexport const value: number = z.number().parse(1);\n",
  'core/time/clock.ts': 'export const sample = (): number => Date.now() + Math.random();\n',
  'main/host.ts': "import { value } from '../core/value.js';\nexport const host = value;\n",
  'main/electron.ts': "import { app } from 'electron';\nexport const name = app.name;\n",
  'main/host/clock.ts':
    'export const later = (then: () => void): void => void setTimeout(then, Date.now() * 0);\n',
  'main/host/wall.ts': 'export const today = (): Date => new Date();\n',
  'main/launch/start.ts': 'export const later = (then: () => void): void => void setInterval(then, 1000);\n',
  'renderer/page.ts':
    "import { Scene } from 'three';\nimport { createRoot } from 'react-dom/client';\nimport { value } from '../core/value.js';\n" +
    'export const page = (): unknown => [value, document.title, new Scene(), createRoot(document.body)];\n',
  'renderer/other.ts': 'export const other = 1;\n',
  'renderer/link/clock.ts': 'export const sample = (): number => performance.now();\n',
  'renderer/stage/loop.ts': 'export const sample = (): number => performance.now();\n',
  'test/any.ts': 'export const soon = (then: () => void): void => void setTimeout(then, Date.now() * 0);\n',
};

type Guard = 'lint' | 'compile' | 'forbidden';
type Plant = { what: string; file: string; text: string; by: Guard; because: RegExp };

const imports = (what: string, file: string, from: string, by: Guard, because: RegExp): Plant => ({
  what: `${what} (${by})`,
  file,
  text: `import * as planted from '${from}';\nexport const kept = planted;\n`,
  by,
  because,
});

const clockCall = (call: string, room: string, index: number, by: Guard, because: RegExp): Plant => ({
  what: `${room} calls ${call} outside the clock's homes (${by})`,
  file: `${room}/clock-call-${index}.ts`,
  text: `export const planted = (): unknown => ${call};\n`,
  by,
  because,
});

const clockCalls: [string, Guard, RegExp][] = [
  ['Date.now()', 'lint', /no-restricted-properties/],
  ["Date['now']()", 'lint', /no-restricted-properties/],
  ['performance.now()', 'lint', /no-restricted-properties/],
  ['Math.random()', 'lint', /no-restricted-properties/],
  ['setTimeout(() => undefined, 1)', 'lint', /no-restricted-globals/],
  ['setInterval(() => undefined, 1)', 'lint', /no-restricted-globals/],
  ['globalThis.setTimeout(() => undefined, 1)', 'lint', /no-restricted-properties/],
  ['new Date()', 'forbidden', /wall-clock/],
];

const plants: Plant[] = [
  imports('core imports Node', 'core/a-node.ts', 'node:fs', 'lint', /no-restricted-imports/),
  imports('core imports Node', 'core/a-node.ts', 'node:fs', 'compile', /TS2307|TS2591/),
  imports('core imports Electron', 'core/a-electron.ts', 'electron', 'lint', /no-restricted-imports/),
  imports('core imports three', 'core/a-three.ts', 'three', 'lint', /no-restricted-imports/),
  imports(
    "core imports three's addons",
    'core/a-addons.ts',
    'three/addons/loaders/TTFLoader.js',
    'lint',
    /no-restricted-imports/,
  ),
  imports('core imports React', 'core/a-react.ts', 'react', 'lint', /no-restricted-imports/),
  imports('core imports main', 'core/a-main.ts', '../main/host.js', 'lint', /no-restricted-imports/),
  imports('core imports main', 'core/a-main.ts', '../main/host.js', 'compile', /TS6307|TS6059/),
  imports(
    'core imports renderer',
    'core/deep/a-page.ts',
    '../../renderer/page.js',
    'lint',
    /no-restricted-imports/,
  ),
  imports('main imports renderer', 'main/a-page.ts', '../renderer/page.js', 'lint', /no-restricted-imports/),
  imports('main imports renderer', 'main/a-page.ts', '../renderer/page.js', 'compile', /TS6307|TS6059/),
  imports('renderer imports main', 'renderer/a-host.ts', '../main/host.js', 'lint', /no-restricted-imports/),
  imports('renderer imports main', 'renderer/a-host.ts', '../main/host.js', 'compile', /TS6307|TS6059/),
  imports('renderer imports Node', 'renderer/a-node.ts', 'node:fs', 'lint', /no-restricted-imports/),
  imports('renderer imports Electron', 'renderer/a-electron.ts', 'electron', 'lint', /no-restricted-imports/),
  imports(
    'the host imports Electron',
    'main/host/a-electron.ts',
    'electron',
    'lint',
    /no-restricted-imports/,
  ),
  imports(
    'a port imports Electron',
    'main/ports/osc/a-electron.ts',
    'electron',
    'lint',
    /no-restricted-imports/,
  ),
  imports(
    'the host imports renderer',
    'main/host/a-page.ts',
    '../../renderer/page.js',
    'lint',
    /no-restricted-imports/,
  ),
  imports(
    "main takes Node's timers",
    'main/ports/a-timers.ts',
    'node:timers/promises',
    'forbidden',
    /node-timers/,
  ),
  {
    what: 'core re-exports main (lint)',
    file: 'core/b-again.ts',
    text: "export { host } from '../main/host.js';\n",
    by: 'lint',
    because: /no-restricted-imports/,
  },
  {
    what: 'core imports only a type of main (lint)',
    file: 'core/b-type.ts',
    text: "import type { host } from '../main/host.js';\nexport type Planted = typeof host;\n",
    by: 'lint',
    because: /no-restricted-imports/,
  },
  {
    what: 'main imports renderer while running (compile)',
    file: 'main/b-dynamic.ts',
    text: "export const planted = (): Promise<unknown> => import('../renderer/other.js');\n",
    by: 'compile',
    because: /TS6307|TS6059/,
  },
  {
    what: 'core touches the DOM (compile)',
    file: 'core/c-dom.ts',
    text: 'export const planted = document.title;\n',
    by: 'compile',
    because: /TS2584|TS2304/,
  },
  {
    what: 'core touches the process (compile)',
    file: 'core/c-process.ts',
    text: 'export const planted = process.env;\n',
    by: 'compile',
    because: /TS2591|TS2580|TS2304/,
  },
  {
    what: 'main touches the DOM (compile)',
    file: 'main/c-dom.ts',
    text: 'export const planted = document.title;\n',
    by: 'compile',
    because: /TS2584|TS2304/,
  },
  {
    what: 'a page touches the process (compile)',
    file: 'renderer/c-process.ts',
    text: 'export const planted = process.env;\n',
    by: 'compile',
    because: /TS2591|TS2580|TS2304/,
  },
  {
    what: 'a promise floats (lint)',
    file: 'main/d-floating.ts',
    text: 'const work = (): Promise<void> => Promise.resolve();\nexport const planted = (): void => {\n  work();\n};\n',
    by: 'lint',
    because: /no-floating-promises/,
  },
  {
    what: 'a switch forgets a case (lint)',
    file: 'core/d-switch.ts',
    text: "export function planted(word: 'hold' | 'loop'): number {\n  switch (word) {\n    case 'hold':\n      return 1;\n  }\n  return 2;\n}\n",
    by: 'lint',
    because: /switch-exhaustiveness-check/,
  },
  {
    what: 'any slips in (lint)',
    file: 'renderer/d-any.ts',
    text: 'export const planted = (value: any): unknown => value;\n',
    by: 'lint',
    because: /no-explicit-any/,
  },
  ...['core', 'main', 'renderer'].flatMap((room) =>
    clockCalls.map(([call, by, because], index) => clockCall(call, room, index, by, because)),
  ),
];

const guards = { lint, compile, forbidden: findForbidden } satisfies Record<
  Guard,
  (tree: Tree) => Promise<Verdict>
>;
const names = ['lint', 'compile', 'forbidden'] as const;
const clean = new Map<Guard, Verdict>();
const planted = new Map<Guard, Verdict>();

/** A tree for each guard: an import that only the linter must see would bring types in that hide what the compiler must. */
beforeAll(async () => {
  for (const name of names) {
    const own = plants.filter(({ by }) => by === name).map(({ file, text }) => [file, text] as const);
    for (const [files, verdicts] of [
      [healthy, clean],
      [{ ...healthy, ...Object.fromEntries(own) }, planted],
    ] as const) {
      const tree = growTree(files);
      try {
        verdicts.set(name, await guards[name](tree));
      } finally {
        tree.remove();
      }
    }
  }
}, 120_000);

describe('the tree without plants', () => {
  test.each(names)('passes: %s', (guard) => {
    expect(clean.get(guard)?.complaints).toEqual([]);
    expect(clean.get(guard)?.code).toBe(0);
  });
});

describe('a wall stands where', () => {
  test.each(plants)('$what', ({ file, by, because }) => {
    expect(planted.get(by)?.code).not.toBe(0);
    const complaints = planted.get(by)?.complaints.filter((line) => line.startsWith(file));
    expect(complaints?.join('\n')).toMatch(because);
  });
});
