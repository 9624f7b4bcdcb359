import { createRouter, type Router } from '../../../core/control/osc/address.ts';
import type { Documents } from '../documents.ts';
import { triggersFor, type Triggers } from '../trigger-door.ts';

/** Which channels some trigger of the show listens to: the others are never said to the door. */
export const createNamedChannels = (documents: Documents) => {
  const triggers = triggersFor(documents.compiled, 'dmx');
  let known: { of: Triggers; router: Router<string>; named: Map<string, boolean> } | null = null;
  const current = () => {
    const of = triggers();
    if (known?.of !== of) {
      const { router } = createRouter(of.map(({ address, id }) => [address, id] as const));
      known = { of, router, named: new Map() };
    }
    return known;
  };
  return (universe: number, channel: number): boolean => {
    const { of, router, named } = current();
    if (of.length === 0) return false;
    const address = addressOf(universe, channel);
    const isNamed = named.get(address) ?? router.match(address).matches.length > 0;
    named.set(address, isNamed);
    return isNamed;
  };
};
export type NamedChannels = ReturnType<typeof createNamedChannels>;

export const addressOf = (universe: number, channel: number): string => `/universe/${universe}/${channel}`;
