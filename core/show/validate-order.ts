import { kindOf } from '../ids.ts';
import type { Problem } from '../result.ts';
import { formats } from './kinds.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';

/**
 * Order lists against records. Codes: `order-owner` (a list of nothing), `order-dangling` (an entry that names no
 * record of the right kind), `order-double`, `order-missing` (a record in no list).
 */
type Entry = { owner: string; member: string; index: number };
type AnyDocument = DocumentOf<EditableFormat>;

const ownerProblems = (document: AnyDocument): Problem[] =>
  Object.keys(document.order)
    .filter((owner) => !Object.hasOwn(document.records, owner) || !memberKind(document, owner))
    .map((owner) => ({
      code: 'order-owner',
      message: 'A list of a record that does not exist or has no list. Remove it.',
      path: `order.${owner}`,
    }));

const memberKind = (document: AnyDocument, owner: string): string | undefined =>
  formats[document.format].lists[kindOf(owner)];

/** Every entry of every list that has an owner, in reading order. */
export const orderEntries = (document: AnyDocument): Entry[] =>
  Object.entries(document.order)
    .filter(([owner]) => memberKind(document, owner) !== undefined && Object.hasOwn(document.records, owner))
    .flatMap(([owner, members]) => members.map((member, index) => ({ owner, member, index })));

export const isDangling = (document: AnyDocument, { owner, member }: Entry): boolean =>
  !Object.hasOwn(document.records, member) || kindOf(member) !== memberKind(document, owner);

/** Ids whose kind must stand in a list and that stand in none, sorted. */
export const unlisted = (document: AnyDocument): string[] => {
  const listed = new Set(orderEntries(document).map(({ member }) => member));
  const kinds = Object.values(formats[document.format].lists);
  return Object.keys(document.records)
    .filter((id) => kinds.includes(kindOf(id)) && !listed.has(id))
    .sort();
};

const entryProblems = (document: AnyDocument): Problem[] => {
  const seen = new Map<string, string>();
  return orderEntries(document).flatMap((entry) => {
    const path = `order.${entry.owner}.${entry.index}`;
    if (isDangling(document, entry))
      return [
        { code: 'order-dangling', message: `"${entry.member}" names no record that belongs here.`, path },
      ];
    const first = seen.get(entry.member);
    seen.set(entry.member, first ?? entry.owner);
    if (first === undefined) return [];
    return [
      { code: 'order-double', message: `"${entry.member}" stands in ${first} already. Keep one.`, path },
    ];
  });
};

export const orderProblems = (document: AnyDocument): Problem[] => [
  ...ownerProblems(document),
  ...entryProblems(document),
  ...unlisted(document).map((id) => ({
    code: 'order-missing',
    message: 'This record stands in no order list, so it is never drawn. Add it to one.',
    path: id,
  })),
];
