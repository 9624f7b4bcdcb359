import type { Patch, Topic, Topics } from '../../core/control/link.ts';

/** The topics as last heard, with who listens to each. Kept while the host is away. */
export interface TopicStore {
  get<K extends Topic>(topic: K): Topics[K] | undefined;
  /** Called with each new value, and at once when there is one. Gives back its removal. */
  subscribe<K extends Topic>(topic: K, listener: (value: Topics[K]) => void): () => void;
  replace(topics: Topics): void;
  patch(patch: Patch): void;
}

export const createTopics = (): TopicStore => {
  const values: Partial<Topics> = {};
  const listeners = new Map<Topic, Set<() => void>>();
  const tell = (topic: Topic) => {
    for (const listener of listeners.get(topic) ?? []) listener();
  };
  const set = <K extends Topic>(topic: K, value: Topics[K]) => {
    values[topic] = value;
    tell(topic);
  };
  return {
    get: (topic) => values[topic],
    subscribe(topic, listener) {
      const call = () => {
        const value = values[topic];
        if (value !== undefined) listener(value);
      };
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(call));
      call();
      return () => set.delete(call);
    },
    replace(topics) {
      Object.assign(values, topics);
      for (const topic of listeners.keys()) tell(topic);
    },
    patch: ({ topic, value }) => set(topic, value as Topics[typeof topic]),
  };
};
