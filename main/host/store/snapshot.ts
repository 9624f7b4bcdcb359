import { rm } from 'node:fs/promises';
import { numberedFiles, writeDurably } from './files.ts';
import type { Place } from './place.ts';

/** Backups kept; with each, every log since, so that the oldest can still be brought up to the last edit. */
const BACKUPS = 5;

/** Order matters: the backup is on the disk before the file that people read is replaced. */
export const writeSnapshot = async (
  place: Place,
  text: string,
  revision: number,
  /** false: the backup alone; the file is somebody else's for now. */
  isFile: boolean,
): Promise<void> => {
  await writeDurably(place.backup(revision), text);
  if (isFile) await writeDurably(place.file, text);
  const backups = await numberedFiles(place.safe, place.backupPrefix);
  const kept = backups.slice(-BACKUPS);
  const oldest = kept[0]?.number ?? 0;
  const logs = await numberedFiles(place.safe, place.logPrefix);
  const stale = [...backups.slice(0, -BACKUPS), ...logs.filter(({ number }) => number < oldest)];
  for (const { file } of stale) await rm(file, { force: true });
};
