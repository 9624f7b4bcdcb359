import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * A disk as a power cut leaves it. Every change to a folder is recorded, and of what was not yet synced any part may be
 * there or not: a file's bytes are sure after its own fsync, a name (created, renamed, removed) after its folder's.
 */
export type Change =
  | { kind: 'create'; file: string }
  | { kind: 'write'; file: string; at: number; bytes: Buffer }
  | { kind: 'truncate'; file: string; length: number }
  | { kind: 'sync'; file: string }
  | { kind: 'sync-folder'; folder: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; file: string };

type Inode = { now: Buffer; sure: Buffer };
type Names = Map<string, Inode>;
export type Disk = { now: Names; sure: Names; torn: Inode | null; tornTo: Buffer };
/** Picks of what is not sure whether it got there. */
export type Luck = (thing: string) => boolean;

export const emptyDisk = (): Disk => ({
  now: new Map(),
  sure: new Map(),
  torn: null,
  tornTo: Buffer.alloc(0),
});

const written = (before: Buffer, at: number, bytes: Buffer): Buffer => {
  const after = Buffer.alloc(Math.max(before.length, at + bytes.length));
  before.copy(after);
  bytes.copy(after, at);
  return after;
};

const syncNames = (disk: Disk, folder: string): void => {
  for (const file of new Set([...disk.now.keys(), ...disk.sure.keys()])) {
    if (path.dirname(file) !== folder) continue;
    const inode = disk.now.get(file);
    if (inode) disk.sure.set(file, inode);
    else disk.sure.delete(file);
  }
};

const inodeOf = ({ now }: Disk, file: string): Inode => {
  const inode = now.get(file);
  if (!inode) throw new Error(`the trace changes ${file}, which it never created`);
  return inode;
};

export const apply = (disk: Disk, change: Change): void => {
  disk.torn = null;
  switch (change.kind) {
    case 'create': {
      const known = disk.now.get(change.file);
      if (known) known.now = Buffer.alloc(0);
      else disk.now.set(change.file, { now: Buffer.alloc(0), sure: Buffer.alloc(0) });
      return;
    }
    case 'write': {
      const inode = inodeOf(disk, change.file);
      disk.torn = inode;
      disk.tornTo = written(inode.now, change.at, change.bytes.subarray(0, change.bytes.length >> 1));
      inode.now = written(inode.now, change.at, change.bytes);
      return;
    }
    case 'truncate': {
      const inode = inodeOf(disk, change.file);
      inode.now = inode.now.subarray(0, change.length);
      return;
    }
    case 'sync': {
      const inode = inodeOf(disk, change.file);
      inode.sure = inode.now;
      return;
    }
    case 'sync-folder':
      return syncNames(disk, change.folder);
    case 'rename': {
      disk.now.set(change.to, inodeOf(disk, change.from));
      disk.now.delete(change.from);
      return;
    }
    case 'remove':
      disk.now.delete(change.file);
      return;
    default:
      change satisfies never;
  }
};

const bytesOf = (disk: Disk, inode: Inode, hasCome: boolean): Buffer => {
  if (!hasCome) return inode.sure;
  return disk.torn === inode ? disk.tornTo : inode.now;
};

/** The folder that the machine finds when it is on again; `root` is what the recorded paths begin with. */
export const afterCut = async (disk: Disk, root: string, hasCome: Luck): Promise<string> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'frise-cut-'));
  for (const file of new Set([...disk.now.keys(), ...disk.sure.keys()])) {
    const [now, sure] = [disk.now.get(file), disk.sure.get(file)];
    const inode = now === sure || hasCome(`name ${file}`) ? now : sure;
    if (!inode) continue;
    const target = path.join(folder, path.relative(root, file));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, bytesOf(disk, inode, hasCome(`bytes ${file}`)));
  }
  return folder;
};
