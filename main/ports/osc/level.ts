import type { Wanted } from './resolve.ts';

/** A fader's name, when the group is one fader's move: only its newest value matters. */
export function levelOf(wanted: readonly Wanted[]): string | null {
  const [one, ...more] = wanted;
  if (one === undefined || more.length > 0) return null;
  if (one.verb === 'master') return 'master';
  return one.verb === 'clip/set' ? `clip/set ${one.args['id']} ${one.args['param']}` : null;
}
