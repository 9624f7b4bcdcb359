import { planAt } from '../../../core/playback/frame-at.ts';
import { resolve } from '../../../core/playback/resolve.ts';
import { compileShow } from '../../../core/show/compile.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { Link } from '../../link/link.ts';

/** Where main stands at a show-clock time, as every output sees it. */
export interface MainPlace {
  /** Position, seconds, and whether it runs there; null: nothing plays. */
  at(show: number): { position: number; isRunning: boolean } | null;
}

export const watchMain = (link: Link): MainPlace => {
  let compiled: CompiledShow | null = null;
  link.subscribe('show', ({ document, revision }) => (compiled = compileShow(document, revision)));
  return {
    at(show) {
      const plan = planAt(link.get('plans') ?? [], show);
      if (!compiled || !plan) return null;
      const main = resolve(compiled, plan, show).playbacks.find(({ playback }) => playback.role === 'main');
      return main ? { position: main.position, isRunning: main.playback.anchor.running && main.playback.anchor.rate !== 0 } : null; // prettier-ignore
    },
  };
};
