import { messages, isMessageCode } from '../../core/messages.ts';
import type { Problem } from '../../core/result.ts';
import { panelWords, type Language, type PanelWords } from './panel.words.ts';

/** A problem's own words are English; in French its code is told. */
const problemWords = ({ code, message }: Problem, language: Language): string =>
  language === 'fr' && isMessageCode(code) ? messages[code].fr : message;

/** What a person sees of the sound: one big button while the browser holds it back, then how it is. */
export type PanelState = {
  state: AudioContextState | 'interrupted';
  loading: { done: number; total: number } | null;
  problems: Problem[];
  peak: number | null;
  /** Name of the device that the station has chosen; '': the default one. */
  chosen: string;
  devices: string[];
  isConnected: boolean;
};
export interface Panel {
  update(state: PanelState, language: Language): void;
}
type Actions = {
  resume(): Promise<void>;
  choose(label: string): Promise<void>;
  /** Asks to see the devices' names, which a browser keeps to itself until it is allowed. */
  allow(): Promise<void>;
};

const add = <K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  name: string,
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
};
const stateText = ({ state, loading, isConnected }: PanelState, say: PanelWords): string => {
  if (!isConnected) return say.waiting;
  if (state !== 'running') return say.heldBack;
  return loading ? say.loading(Math.round(loading.done), Math.round(loading.total)) : say.ready;
};

export const showPanel = (parent: Element, actions: Actions): Panel => {
  const main = add(parent, 'main', 'panel');
  const title = add(main, 'h1', 'title');
  const status = add(main, 'p', 'status');
  status.setAttribute('role', 'status');
  const button = add(main, 'button', 'start');
  button.addEventListener('click', () => void actions.resume());
  const level = add(main, 'p', 'level');
  const label = add(main, 'label', 'device');
  const name = add(label, 'span', 'name');
  const select = add(label, 'select', 'devices');
  select.addEventListener('change', () => void actions.choose(select.value));
  const names = add(main, 'button', 'names');
  names.addEventListener('click', () => void actions.allow());
  const problems = add(main, 'ul', 'problems');
  return {
    update(state, language) {
      const say = panelWords[language];
      document.documentElement.lang = language;
      title.textContent = say.title;
      name.textContent = `${say.device} `;
      button.textContent = say.start;
      names.textContent = say.names;
      status.textContent = stateText(state, say);
      button.hidden = state.state === 'running';
      offer(select, state, say.byDefault);
      names.hidden = state.devices.length > 0;
      level.textContent =
        state.peak === null ? say.silent : say.level(state.peak.toFixed(0).replace('-', '−'));
      const lines = state.problems.map((problem) => `${problem.path}: ${problemWords(problem, language)}`);
      if (lines.join('\n') === [...problems.children].map(({ textContent }) => textContent).join('\n'))
        return;
      problems.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
      );
    },
  };
};

/** The default one, what there is, and the chosen one although it is not there. */
const offer = (select: HTMLSelectElement, { chosen, devices }: PanelState, byDefault: string): void => {
  const labels = ['', ...new Set(chosen === '' ? devices : [...devices, chosen])];
  const shown = [...select.options].map(({ value }) => value);
  const isSame = labels.join('\n') === shown.join('\n') && select.options[0]?.text === byDefault;
  if (!isSame) select.replaceChildren(...labels.map((label) => new Option(label || byDefault, label)));
  if (select.value !== chosen && document.activeElement !== select) select.value = chosen;
};
