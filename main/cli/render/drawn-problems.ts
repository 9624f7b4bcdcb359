import type { Problem } from '../../../core/result.ts';
import type { Delivery } from './server.ts';

/** What kept a picture from being whole. A file that isn't there is named once, by its path, in place of what each layer says about it. */
export const drawnProblems = (
  { done, asked }: Pick<Delivery, 'done' | 'asked'>,
  lost: ReadonlyMap<string, Problem>,
): Problem[] => {
  const files = [...asked].flatMap((name) => lost.get(name) ?? []);
  const isNamed = ({ message, path }: Problem) =>
    files.some((file) => path === file.path || message.includes(file.path));
  return [...files, ...done.problems.filter((problem) => !isNamed(problem))];
};
