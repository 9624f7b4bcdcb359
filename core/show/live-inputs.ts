import { kindOf } from '../ids.ts';
import { isSameInput } from '../layers/live.ts';
import { isPlainObject } from './plain.ts';

/** Names of the live inputs that a show's clips ask for, keyed ones too, each once, sorted; clips that name none are left out. */
export const liveInputsOf = (records: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(records)
    .flatMap(([id, record]) => (kindOf(id) === 'clip' && isPlainObject(record) ? namesIn(record) : []))
    .map((name) => name.trim())
    .filter((name, index, all) => all.findIndex((other) => isSameInput(other, name)) === index)
    .filter((name) => name !== '')
    .toSorted((a, b) => a.localeCompare(b, 'en'));

const namesIn = ({ layer, parameters, keyframes }: Record<string, unknown>): string[] => {
  if (layer !== 'live') return [];
  const own = isPlainObject(parameters) ? parameters['input'] : null;
  const keys = isPlainObject(keyframes) ? keyframes['input'] : null;
  const keyed: unknown[] = Array.isArray(keys)
    ? keys.map((key: unknown) => (isPlainObject(key) ? key['value'] : null))
    : [];
  return [own, ...keyed].filter((name) => typeof name === 'string');
};
