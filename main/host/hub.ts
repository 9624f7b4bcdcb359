import type { Topic, TopicEdit, Topics } from '../../core/control/link.ts';

/**
 * What all clients see: the topics' present values. Setting one tells the listeners at once, with the value as JSON
 * made once for all, if one of them asks. It knows no transport (DESIGN §9).
 */
export type News = {
  topic: Topic;
  json(): string;
  /** What an edit changed, as JSON; null: the value is another one. */
  edit: string | null;
};
export type HubListener = (news: News) => void;
export interface Hub {
  get<K extends Topic>(topic: K): Topics[K];
  set<K extends Topic>(topic: K, value: Topics[K]): void;
  /** The show after an edit, for those who can do without the whole. */
  edited(value: Topics['show'], edit: Omit<TopicEdit, 'from' | 'revision'>): void;
  snapshot(): Topics;
  subscribe(listener: HubListener): () => void;
}

export const createHub = (initial: Topics): Hub => {
  const topics: Topics = { ...initial };
  const listeners = new Set<HubListener>();
  const tell = <K extends Topic>(topic: K, value: Topics[K], edit: string | null): void => {
    topics[topic] = value;
    let text: string | null = null;
    const json = (): string => (text ??= JSON.stringify(value));
    for (const listener of listeners) listener({ topic, json, edit });
  };
  return {
    get: (topic) => topics[topic],
    set: (topic, value) => tell(topic, value, null),
    edited(value, { put, remove, order }) {
      const from = topics.show.revision;
      const edit: TopicEdit = { from, revision: value.revision, put, remove, order };
      tell('show', value, JSON.stringify(edit));
    },
    snapshot: () => ({ ...topics }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
