import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jsonSchema } from '../../core/show/json-schema.ts';

/** `frise schema`: writes the JSON Schemas of the documents, which are kept with the bundled shows. */
const files = {
  'show.schema.json': 'frise-show',
  'facade.schema.json': 'frise-facade',
  'rig.schema.json': 'frise-rig',
} as const;

/** File name → its text. */
export const schemaFiles = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, format]) => [name, `${JSON.stringify(jsonSchema(format), null, 2)}\n`]),
  );

/** Gives back the files that it wrote. */
export const runSchema = async (folder: string): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  const written = Object.entries(schemaFiles()).map(([name, text]) => ({
    file: path.join(folder, name),
    text,
  }));
  await Promise.all(written.map(({ file, text }) => writeFile(file, text)));
  return written.map(({ file }) => file);
};
