import type { Problem } from '../result.ts';
import { problem } from '../result.ts';
import type { ShowView } from './check-context.ts';

/**
 * Paths that a show names: relative, with / on every system, staying in the folder, so that a show travels. Codes:
 * `path-outside`, `media-hash`.
 */
export const isInsidePath = (path: string): boolean =>
  path !== '' &&
  !/^(?:[/\\]|[a-zA-Z]:)/.test(path) &&
  !path.includes('\\') &&
  !path.includes('\0') &&
  path.split('/').every((part) => part !== '..' && part !== '.' && part !== '');

const pathProblems = (path: string, at: string): Problem[] =>
  isInsidePath(path)
    ? []
    : [
        problem(
          'path-outside',
          `"${path}" must be relative to the show folder, with / and without "..".`,
          at,
        ),
      ];

export const mediaProblems = ({ show, media }: ShowView): Problem[] => [
  ...(show
    ? [
        ...pathProblems(show.facade.path, `${show.id}.facade.path`),
        ...pathProblems(show.defaultRig, `${show.id}.defaultRig`),
      ]
    : []),
  ...Object.values(media).flatMap(({ id, path, hash }) => [
    ...pathProblems(path, `${id}.path`),
    ...(hash === null || /^[0-9a-f]{64}$/.test(hash)
      ? []
      : [problem('media-hash', 'A hash is 64 hex digits in lower case (sha256).', `${id}.hash`)]),
  ]),
];
