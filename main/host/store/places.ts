import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { fail, ok } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { isInsidePath } from '../../../core/show/check-media.ts';
import { recordsOfKind } from '../../../core/show/records.ts';
import { showSchema } from '../../../core/show/show.schema.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { sha256 } from './files.ts';
import { placeOf } from './place.ts';
import type { Place } from './place.ts';

/** `usine-1a2b3c4d`: readable, and two folders of one name stay apart. */
const folderKey = async (target: string): Promise<string> => {
  const real = await realpath(target).catch(() => path.resolve(target));
  const name = path
    .basename(real, path.extname(real))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `${name}-${sha256(real).slice(0, 8)}`;
};

export type Places = {
  /** The show's folder on the station. */
  work: string;
  show: Place;
  facade: (relative: string) => Place;
  rig: Place;
  station: Place;
  /** A file of the show folder as it was given. */
  source: (relative: string) => string;
};

/**
 * Where the station keeps what. A show below the station's own folder is edited in place; any other folder is never
 * written, and its documents are copied to `shows/<name>-<hash of its path>` at the first edit. The active rig is
 * `rigs/active`, or the station's copy of the file that `--rig` names.
 */
export const placesOf = async (options: {
  showDir: string;
  rigFile: string | null;
  stationDir: string;
}): Promise<Places> => {
  const showDir = path.resolve(options.showDir);
  const shows = path.resolve(options.stationDir, 'shows');
  const work = showDir.startsWith(shows + path.sep) ? showDir : path.join(shows, await folderKey(showDir));
  const rig = options.rigFile === null ? 'active' : await folderKey(options.rigFile);
  return {
    work,
    show: placeOf(work, 'show.json'),
    facade: (relative) => placeOf(path.dirname(path.join(work, relative)), path.basename(relative)),
    rig: placeOf(path.resolve(options.stationDir, 'rigs', rig), 'rig.json'),
    station: placeOf(path.resolve(options.stationDir), 'station.json'),
    source: (relative) => path.join(showDir, relative),
  };
};

/** The other documents that a show names, refused where they lead out of its folder. */
export const pathsOf = (document: ShowDocument): Result<{ facade: string; rig: string }> => {
  const show = recordsOfKind(document.records, 'show', showSchema)[0];
  const paths = { facade: show?.facade.path ?? '', rig: show?.defaultRig ?? '' };
  const outside = Object.values(paths).find((each) => !isInsidePath(each));
  if (outside === undefined) return ok(paths);
  return fail('path-outside', `"${outside}" must be a path inside the show folder.`, show?.id ?? '');
};
