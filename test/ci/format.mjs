/** Stage `format`: every file that the formatter knows is formatted. Counts files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { filesOfTree, root } from './tree.mjs';

export async function format() {
  let passed = 0;
  const wrong = [];
  for (const file of filesOfTree()) {
    const path = join(root, file);
    const info = await prettier.getFileInfo(path, { ignorePath: join(root, '.prettierignore') });
    if (info.ignored || info.inferredParser === null) continue;
    try {
      const options = { ...(await prettier.resolveConfig(path)), filepath: path };
      if (await prettier.check(readFileSync(path, 'utf8'), options)) passed++;
      else wrong.push(`${file}: not formatted`);
    } catch (error) {
      wrong.push(`${file}: ${error.message}`);
    }
  }
  const advice = wrong.length > 0 ? '\nnpm run format mends it' : '';
  return { passed, failed: wrong.length, output: wrong.join('\n') + advice };
}
