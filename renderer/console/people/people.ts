import { createContext, useContext } from 'react';
import type { Person } from '../../../core/control/people.topics.ts';
import { useLink, useTopic } from '../use-link.ts';

/** Bright enough on the dark ground, and told apart by most eyes; the initials say it, too. */
export const PERSON_HUES = [
  '#4cc2ff',
  '#ff9f43',
  '#b58cff',
  '#7bd88f',
  '#ff7eb6',
  '#ffd84d',
  '#5ee0d0',
  '#c9b39a',
];
export const hueOf = ({ colour }: Person): string => PERSON_HUES[colour % PERSON_HUES.length] ?? '#fff';

/** Two letters. */
export const initialsOf = (name: string): string => {
  const words = name.split(/[\s\-_.]+/).filter((word) => word !== '');
  const [first = name, second] = words;
  const text = second === undefined ? first.slice(0, 2) : `${first.charAt(0)}${second.charAt(0)}`;
  return text.toUpperCase();
};

export const useOthers = (): Person[] => {
  const { sender } = useLink();
  return (useTopic('people') ?? []).filter((person) => person.sender !== sender);
};

/** Clip → who else has it chosen. */
export const ChosenByContext = createContext<ReadonlyMap<string, Person>>(new Map());
export const useChosenBy = (id: string): Person | undefined => useContext(ChosenByContext).get(id);
export const chosenBy = (people: readonly Person[]): ReadonlyMap<string, Person> =>
  new Map(people.flatMap((person) => person.chosen.map((id) => [id, person] as const)));
