import type { Problem } from '../../core/result.ts';

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
  update(state: PanelState): void;
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
const words = ({ state, loading, isConnected }: PanelState): string => {
  if (!isConnected) return 'Waiting for the host';
  if (state !== 'running') return 'Sound is held back by the browser';
  if (loading) return `Loading ${Math.round(loading.done)} of ${Math.round(loading.total)} s`;
  return 'Sound is ready';
};

export const showPanel = (parent: Element, actions: Actions): Panel => {
  const main = add(parent, 'main', 'panel');
  add(main, 'h1', 'title').textContent = 'Sound';
  const status = add(main, 'p', 'status');
  status.setAttribute('role', 'status');
  const button = add(main, 'button', 'start');
  button.textContent = 'Start sound';
  button.addEventListener('click', () => void actions.resume());
  const level = add(main, 'p', 'level');
  const label = add(main, 'label', 'device');
  label.textContent = 'Device ';
  const select = add(label, 'select', 'devices');
  select.addEventListener('change', () => void actions.choose(select.value));
  const names = add(main, 'button', 'names');
  names.textContent = 'Show the devices’ names';
  names.addEventListener('click', () => void actions.allow());
  const problems = add(main, 'ul', 'problems');
  return {
    update(state) {
      status.textContent = words(state);
      button.hidden = state.state === 'running';
      offer(select, state);
      names.hidden = state.devices.length > 0;
      level.textContent = state.peak === null ? 'Level: silent' : `Level: ${state.peak.toFixed(0)} dB`;
      const lines = state.problems.map(({ path, message }) => `${path}: ${message}`);
      if (lines.join('\n') === [...problems.children].map(({ textContent }) => textContent).join('\n'))
        return;
      problems.replaceChildren(
        ...lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })),
      );
    },
  };
};

/** The default one, what there is, and the chosen one although it is not there. */
const offer = (select: HTMLSelectElement, { chosen, devices }: PanelState): void => {
  const labels = ['', ...new Set(chosen === '' ? devices : [...devices, chosen])];
  const shown = [...select.options].map(({ value }) => value);
  if (labels.join('\n') !== shown.join('\n') || shown.length === 0)
    select.replaceChildren(...labels.map((label) => new Option(label || 'Default device', label)));
  if (select.value !== chosen && document.activeElement !== select) select.value = chosen;
};
