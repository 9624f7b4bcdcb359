import type { Language } from './display-label.ts';

/**
 * Quitting asks twice while the show is locked: Cmd-Q, Alt-F4 and the cross of a window are pressed by mistake. Signals
 * are not asked: who sends SIGTERM is a supervisor or a person at a terminal.
 */
export type ShowState = { isLocked: boolean; isPlaying: boolean; cue: string | null; language: Language };
export type Question = { title: string; message: string; detail: string; stay: string; leave: string };
/** true: leave. */
export type Ask = (question: Question) => Promise<boolean>;
export interface QuitGuard {
  state(next: ShowState): void;
  isLocked(): boolean;
  /** One question at a time: who presses again meanwhile gets the same answer. */
  mayLeave(): Promise<boolean>;
  /** What `work` closes has been asked about: a last window that goes quits without another question. */
  agreed(work: () => void): void;
}

const words = {
  fr: {
    title: 'Frise — spectacle verrouillé',
    running: (cue: string | null) => `Le spectacle est en cours${cue === null ? '' : ` (effet ${cue})`}.`,
    locked: 'Le spectacle est verrouillé.',
    first: 'Quitter quand même ?',
    second: 'Toutes les sorties deviendront noires et le son s’arrêtera. Vraiment quitter ?',
    stay: 'Rester',
    leave: 'Quitter…',
    leaveNow: 'Tout arrêter et quitter',
  },
  en: {
    title: 'Frise — show locked',
    running: (cue: string | null) => `The show is running${cue === null ? '' : ` (cue ${cue})`}.`,
    locked: 'The show is locked.',
    first: 'Quit all the same?',
    second: 'All outputs will go dark and the sound will stop. Quit for good?',
    stay: 'Stay',
    leave: 'Quit…',
    leaveNow: 'Stop everything and quit',
  },
} as const;

export const questionsOf = ({ isPlaying, cue, language }: ShowState): [Question, Question] => {
  const say = words[language];
  const message = isPlaying ? say.running(cue) : say.locked;
  const common = { title: say.title, message, stay: say.stay };
  return [
    { ...common, detail: say.first, leave: say.leave },
    { ...common, detail: say.second, leave: say.leaveNow },
  ];
};

export const createQuitGuard = (ask: Ask): QuitGuard => {
  let state: ShowState = { isLocked: false, isPlaying: false, cue: null, language: 'en' };
  let asking: Promise<boolean> | null = null;
  let hasAgreed = false;
  const askTwice = async (): Promise<boolean> => {
    const [first, second] = questionsOf(state);
    return (await ask(first)) && (await ask(second));
  };
  return {
    state: (next) => void (state = next),
    isLocked: () => state.isLocked,
    mayLeave() {
      if (!state.isLocked || hasAgreed) return Promise.resolve(true);
      asking ??= askTwice().finally(() => (asking = null));
      return asking;
    },
    agreed(work) {
      hasAgreed = true;
      work();
      hasAgreed = false;
    },
  };
};
