import type { Topic, Topics } from '../../core/control/link.ts';
import type { Link } from './link.ts';

/** A link whose topics read otherwise: for a page that shows the same show in another language, or in silence. */
type Maps = { [K in Topic]?: (value: Topics[K]) => Topics[K] };

export const withTopics = (link: Link, maps: Maps): Link => {
  const map = <K extends Topic>(topic: K, value: Topics[K]): Topics[K] => maps[topic]?.(value) ?? value;
  return {
    ...link,
    get(topic) {
      const value = link.get(topic);
      return value === undefined ? undefined : map(topic, value);
    },
    subscribe: (topic, listener) => link.subscribe(topic, (value) => listener(map(topic, value))),
  };
};

/** Nothing plays, as far as this page hears. */
export const silentWhile = (link: Link, isSilent: () => boolean): Link =>
  withTopics(link, { plans: (plans) => (isSilent() ? [] : plans) });
