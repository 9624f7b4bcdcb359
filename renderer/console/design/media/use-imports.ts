import { useEffect, useState } from 'react';
import { conversionsOf, type Conversion } from '../../../../core/media/convert.ts';
import { addMedium, replaceMedium, type NewMedium } from '../../../../core/media/media-edit.ts';
import { titleOf } from '../../../../core/media/media-name.ts';
import { typeOf } from '../../../../core/media/media-type.ts';
import { fail, ok, type Problem, type Result } from '../../../../core/result.ts';
import { nameOf } from '../../../../core/ids.ts';
import type { MediaRecord, ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Copied } from './close-keys.ts';
import { convertHere } from './convert-here.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import type { ConsoleLink } from '../../console-link.ts';
import { useLink } from '../../use-link.ts';
import type { Probed } from './probed.ts';
import { sendFile, type Sent } from './send.ts';

/** Files on their way in, one after another, each with how it stands; what is refused stays until it was read. */
export type Import = {
  key: number;
  name: string;
  state: 'waiting' | 'copying' | 'converting' | 'looking' | 'sending' | 'refused';
  /** 0–1. */
  share: number;
  problem: Problem | null;
  conversions: readonly Conversion[];
};
/** `replaces`: the medium whose file it takes the place of. */
type Job = {
  key: number;
  name: string;
  /** A file of the person's, or one that is made of another first. */
  source: File | Making;
  replaces: string | null;
  /** What the record says beyond what is found in the file. */
  says: Pick<NewMedium, 'title' | 'original'>;
  stop: AbortController;
  done?: (id: string) => void;
};
type Making = (options: {
  signal: AbortSignal;
  tell: (now: Pick<Import, 'state' | 'share'>) => void;
}) => Promise<Result<Copied>>;
type Options = { document: ShowDocument; edits: DocumentEdits };

export interface Imports {
  list: readonly Import[];
  /** What became of the last one that needs no more words; null: nothing. */
  news: { kind: 'known' | 'relinked'; name: string } | null;
  add(files: readonly File[], replaces?: string | null, done?: (id: string) => void): void;
  /** Makes a copy with close key frames of a film of the show, which its clips then use; its own file stays. */
  closeKeys(medium: MediaRecord & { id: string }): void;
  /** One that was refused: the host's ffmpeg makes of it what is played here, and that comes in. */
  convert(key: number, what: Conversion['what']): void;
  /** Cancels one that is under way, forgets one that was refused. */
  drop(key: number): void;
}

export const useImports = (options: Options): Imports => {
  const link = useLink();
  const [list, setList] = useState<readonly Import[]>([]);
  const [news, setNews] = useState<Imports['news']>(null);
  const [{ follow, ...actions }] = useState(() => createActions({ link, first: options, setList, setNews }));
  useEffect(() => follow(options));
  return { list, news, ...actions };
};

type Parts = {
  link: Pick<ConsoleLink, 'verb'>;
  first: Options;
  setList: (change: (all: readonly Import[]) => readonly Import[]) => void;
  setNews: (news: Imports['news']) => void;
};
type Actions = Pick<Imports, 'add' | 'closeKeys' | 'convert' | 'drop'> & { follow(options: Options): void };
/** Reads what stands when a file has come: the show may have changed while it was sent. */
const createActions = ({ link, first, setList, setNews }: Parts): Actions => {
  let now = first;
  const jobs = new Map<number, Job>();
  let count = 0;
  /** What was put and has not come back yet with the show: two files of one name are two media. */
  const put: Record<string, unknown> = {};
  let running: Promise<void> = Promise.resolve();
  const tell = (key: number, change: Partial<Import>): void =>
    setList((all) => all.map((each) => (each.key === key ? { ...each, ...change } : each)));
  const forget = (key: number): void => {
    jobs.delete(key);
    setList((all) => all.filter((each) => each.key !== key));
  };
  const run = async (job: Job): Promise<void> => {
    const { key, source, stop } = job;
    if (!jobs.has(key)) return;
    if (source instanceof File) return take(job, source);
    const { signal } = stop;
    const made = await source({ signal, tell: (now) => tell(key, now) });
    if (!made.ok) return jobs.has(key) ? refused(job, made) : undefined;
    try {
      await take(job, made.value.file);
    } finally {
      await made.value.remove();
    }
  };
  const take = async (job: Job, file: File): Promise<void> => {
    const { key, stop } = job;
    if (!jobs.has(key)) return;
    const probed = await look(file, () => tell(key, { state: 'looking' }));
    if (!jobs.has(key)) return;
    const sent = probed.ok
      ? await sendFile({
          link,
          file,
          signal: stop.signal,
          progress: (share) => tell(key, { state: 'sending', share }),
        })
      : probed;
    if (!jobs.has(key)) return;
    const done = sent.ok && probed.ok ? await putRecord(now, put, job, probed.value, sent.value) : sent;
    if (!done.ok) return refused(job, done);
    if (sent.ok && sent.value.medium !== null && job.replaces === null)
      setNews({ kind: sent.value.relinked ? 'relinked' : 'known', name: job.name });
    forget(key);
    if (typeof done.value === 'string') job.done?.(done.value);
  };
  const refused = ({ key, name, source }: Job, problem: Problem): void => {
    const isTheirs = source instanceof File && ['media-undecodable', 'media-type'].includes(problem.code);
    tell(key, { state: 'refused', problem, conversions: isTheirs ? conversionsOf(name) : [] });
  };
  const enqueue = (wanted: Omit<Job, 'key' | 'stop'>): void => {
    count += 1;
    const job: Job = { key: count, stop: new AbortController(), ...wanted };
    jobs.set(job.key, job);
    const entry = { key: job.key, name: job.name, state: 'waiting', share: 0, problem: null } as const;
    setList((all) => [...all, { ...entry, conversions: [] }]);
    running = running
      .then(() => run(job))
      .catch((error: unknown) =>
        refused(job, { code: 'upload-line', message: String(error), path: job.name }),
      );
  };
  return {
    follow(options) {
      now = options;
    },
    add(files: readonly File[], replaces: string | null = null, done?: (id: string) => void): void {
      setNews(null);
      for (const file of files)
        enqueue({
          name: file.name,
          source: file,
          replaces,
          says: { title: titleOf(file.name) },
          ...(done ? { done } : {}),
        });
    },
    closeKeys({ id, path, hash, title }) {
      setNews(null);
      const name = title || nameOf(id);
      const url = `/media/${nameOf(id)}${hash === null ? '' : `?${hash.slice(0, 12)}`}`;
      const source: Making = async ({ signal, tell: say }) => {
        const { withCloseKeys } = await import('./close-keys.ts');
        const progress = (share: number): void => say({ state: 'copying', share });
        return withCloseKeys({ url, name, signal, progress });
      };
      enqueue({ name, source, replaces: id, says: { title, original: path } });
    },
    convert(key, what) {
      const refusedJob = jobs.get(key);
      if (!(refusedJob?.source instanceof File)) return;
      const { source: file, name, replaces, says, done } = refusedJob;
      forget(key);
      const source: Making = ({ signal, tell: say }) => {
        const sending = (share: number): void => say({ state: 'sending', share });
        const converting = (share: number): void => say({ state: 'converting', share });
        return convertHere({ link, file, what, signal, sending, converting });
      };
      enqueue({ name, source, replaces, says, ...(done ? { done } : {}) });
    },
    drop(key: number): void {
      jobs.get(key)?.stop.abort();
      forget(key);
    },
  };
};

/** Mediabunny comes with the first file: no other page waits for it. */
const look = async (file: File, begun: () => void): Promise<Result<Probed>> => {
  if (typeOf(file.name) === null) return fail('media-type', file.name, file.name);
  if (file.size === 0) return fail('media-empty', file.name, file.name);
  begun();
  const { probe } = await import('./probe.ts');
  return probe(file);
};

/** The record that the file needs, if any. @returns the medium's id. */
const putRecord = async (
  { document, edits }: Options,
  already: Record<string, unknown>,
  { name, replaces, says }: Job,
  probed: Probed,
  { path, hash, medium }: Sent,
): Promise<Result<string>> => {
  const record: NewMedium = { ...probed, path, hash, ...says };
  if (replaces !== null && medium !== replaces) {
    const replaced = replaceMedium(document, replaces, record);
    if (!replaced.ok) return replaced;
    return (await edits.edit(replaced.value)) ? ok(replaces) : fail('edit-failed', name);
  }
  if (medium !== null) return ok(medium);
  const added = addMedium({ ...document, records: { ...already, ...document.records } }, record);
  if (!added.ok) return added;
  const { made, ...edit } = added.value;
  Object.assign(already, edit.put);
  return (await edits.edit(edit)) ? ok(made[0] ?? '') : fail('edit-failed', name);
};
