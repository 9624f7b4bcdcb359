import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Topic, Topics } from '../../core/control/link.ts';
import { resolve, planAt, type Resolved } from '../../core/playback/resolve.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ConsoleLink } from './console-link.ts';
import { word, type Language, type Word, type WordValues } from './words.ts';

export const LinkContext = createContext<ConsoleLink | null>(null);
export const LanguageContext = createContext<Language>('fr');

export const useLink = (): ConsoleLink => {
  const link = useContext(LinkContext);
  if (!link) throw new Error('The console was drawn without its link.');
  return link;
};

export const useTopic = <K extends Topic>(topic: K): Topics[K] | undefined => {
  const link = useLink();
  const subscribe = useCallback((changed: () => void) => link.subscribe(topic, changed), [link, topic]);
  return useSyncExternalStore(subscribe, () => link.get(topic));
};

export const useConnected = (): boolean => {
  const link = useLink();
  const subscribe = useCallback((changed: () => void) => link.onConnection(changed), [link]);
  return useSyncExternalStore(subscribe, () => link.isConnected());
};

export const useLanguage = (): Language => useContext(LanguageContext);
export const useWords = (): ((key: Word, values?: WordValues) => string) => {
  const language = useLanguage();
  return useCallback((key: Word, values?: WordValues) => word(language, key, values), [language]);
};

/** The compiled show: once a revision. */
export const useShow = (): CompiledShow | null => {
  const topic = useTopic('show');
  return useMemo(() => (topic ? compileShow(topic.document, topic.revision) : null), [topic]);
};

/** Redraws the asking component at each animation frame: for digits alone, never for a whole page. */
export const useFrameTick = (): number => {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    let handle = requestAnimationFrame(function next() {
      setTick((value) => value + 1);
      handle = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(handle);
  }, []);
  return tick;
};

/** Playback as it stands at this very frame, from the plan and the shared clock: right also while the host is away. */
export const useResolved = (show: CompiledShow | null): Resolved | null => {
  useFrameTick();
  const link = useLink();
  const now = link.showNow();
  const plans = link.get('plans');
  const plan = plans && now !== null ? planAt(plans, now) : null;
  return show && plan && now !== null ? resolve(show, plan, now) : null;
};
