import type { Topic, Topics } from '../../../core/control/link.ts';
import type { ConsoleLink } from '../console-link.ts';

/**
 * The link as a page that designs sees it (docs/draft.md): its show is the draft where there is one, and its edits go
 * where the host says a design edit goes.
 */
export const designLink = (link: ConsoleLink): ConsoleLink => {
  const read = <K extends Topic>(topic: K, value: Topics[K] | undefined): Topics[K] | undefined => {
    // The compiler can't tie a topic to its own branch.
    if (topic === 'show') return shown(link) as Topics[K] | undefined;
    return value;
  };
  return {
    get sender() {
      return link.sender;
    },
    get: (topic) => read(topic, link.get(topic)),
    subscribe(topic, listener) {
      const tell = (): void => {
        const value = read(topic, link.get(topic));
        if (value !== undefined) listener(value);
      };
      const ends = [link.subscribe(topic, tell)];
      if (topic === 'show') ends.push(link.subscribe('draftShow', tell));
      return () => ends.forEach((end) => end());
    },
    verb(name, args) {
      const isOfShow = name.startsWith('document/') && 'document' in args && args.document === 'show';
      return link.verb(name, isOfShow ? { ...args, document: 'draft' } : args);
    },
    showNow: () => link.showNow(),
    isConnected: () => link.isConnected(),
    onConnection: (listener) => link.onConnection(listener),
  };
};

const shown = (link: ConsoleLink): Topics['show'] | undefined => link.get('draftShow') ?? link.get('show');
