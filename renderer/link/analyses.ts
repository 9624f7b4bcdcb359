import type { Topics } from '../../core/control/link.ts';
import { nameOf } from '../../core/ids.ts';
import { analysisSchema, type Analysis } from '../../core/sound/analysis/analysis.ts';
import type { Link } from './link.ts';

/**
 * The analyses of the sounds that something follows, fetched once each and again when the file is another. One that
 * can't be had is tried again with the next news. A drawing page keeps it as
 * long as it lives; the Design page comes and goes.
 */
export type Analyses = Readonly<Record<string, Analysis>>;
export interface AnalysisStore {
  /** Media ids that are followed now. */
  want(media: readonly string[]): void;
  dispose(): void;
}

const fetched = async (id: string, hash: string): Promise<Analysis | null> => {
  try {
    const reply = await fetch(`/analysis/${nameOf(id)}`);
    const read = reply.ok ? analysisSchema.safeParse(await reply.json()) : null;
    return read?.success && read.data.hash === hash ? read.data : null;
  } catch {
    return null; // the host is away
  }
};

export const followAnalyses = (
  link: Pick<Link, 'subscribe'>,
  changed: (analyses: Analyses) => void,
): AnalysisStore => {
  let wanted: readonly string[] = [];
  let facts: Topics['analyses'] = {};
  const known = new Map<string, Analysis>();
  const coming = new Set<string>();
  const bring = async (id: string, hash: string): Promise<void> => {
    const key = `${id} ${hash}`;
    if (coming.has(key)) return;
    coming.add(key);
    const analysis = await fetched(id, hash);
    coming.delete(key);
    if (analysis === null) return;
    known.set(id, analysis);
    changed(Object.fromEntries(known));
  };
  const look = (): void => {
    for (const id of wanted) {
      const { state, hash } = facts[id] ?? { state: 'missing', hash: null };
      if (state === 'ready' && hash !== null && known.get(id)?.hash !== hash) void bring(id, hash);
    }
  };
  const end = link.subscribe('analyses', (next) => {
    facts = next;
    look();
  });
  return {
    want(media) {
      wanted = media;
      look();
    },
    dispose: end,
  };
};
