import type { Topic, Topics } from '../../core/control/link.ts';

/**
 * What all clients see: the topics' present values. Setting one tells the listeners at once, with the value as JSON
 * made once for all. It knows no transport (DESIGN §9).
 */
export type HubListener = (topic: Topic, json: string) => void;
export interface Hub {
  get<K extends Topic>(topic: K): Topics[K];
  set<K extends Topic>(topic: K, value: Topics[K]): void;
  snapshot(): Topics;
  subscribe(listener: HubListener): () => void;
}

export const createHub = (initial: Topics): Hub => {
  const topics: Topics = { ...initial };
  const listeners = new Set<HubListener>();
  return {
    get: (topic) => topics[topic],
    set(topic, value) {
      topics[topic] = value;
      if (listeners.size === 0) return;
      const json = JSON.stringify(value);
      for (const listener of listeners) listener(topic, json);
    },
    snapshot: () => ({ ...topics }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
