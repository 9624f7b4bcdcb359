import { useCallback, useEffect, useState } from 'react';
import { safetyVerbs, type JournalLine, type JournalShow } from '../../../core/control/safety.verbs.ts';
import type { JournalKind } from '../../../core/journal/line.ts';
import type { Problem } from '../../../core/result.ts';
import type { ConsoleLink } from '../console-link.ts';

/** What the Journal page reads of the host: the shows it holds, and a page of lines of one. */
export type Query = { show: string | null; kind: JournalKind; text: string; from: number | null };
export type Found = { from: number; total: number; lines: JournalLine[] };
export const PAGE = 200;
/** The longest page that the host gives: an export takes as few as it can. */
const MOST = 1000;

export const useShows = (link: ConsoleLink, isAsked: unknown): JournalShow[] => {
  const [shows, setShows] = useState<JournalShow[]>([]);
  useEffect(() => {
    let isHere = true;
    const read = async (): Promise<void> => {
      const reply = await link.verb('journal/shows', {});
      const parsed = reply.ok ? safetyVerbs['journal/shows'].out.safeParse(reply.value) : null;
      if (isHere && parsed?.success) setShows(parsed.data.shows);
    };
    void read();
    return () => {
      isHere = false;
    };
  }, [link, isAsked]);
  return shows;
};

type Asked = { show?: string; kind: JournalKind; text: string; from?: number; limit: number };
const askedOf = ({ show, kind, text, from }: Query, limit: number): Asked => ({
  kind,
  text,
  limit,
  ...(show === null ? {} : { show }),
  ...(from === null ? {} : { from }),
});

const readLines = async (link: ConsoleLink, query: Query, limit: number): Promise<Found | Problem> => {
  const reply = await link.verb('journal/read', askedOf(query, limit));
  if (!reply.ok) return reply;
  const parsed = safetyVerbs['journal/read'].out.safeParse(reply.value);
  return parsed.success
    ? parsed.data
    : { code: 'invalid', message: 'The host’s answer has no such form.', path: '' };
};

/** `isAsked` changes when there is news to be followed. */
export const useLines = (
  link: ConsoleLink,
  query: Query,
  isAsked: unknown,
): [Found | null, Problem | null] => {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { show, kind, text, from } = query;
  useEffect(() => {
    let isHere = true;
    const read = async (): Promise<void> => {
      const next = await readLines(link, { show, kind, text, from }, PAGE);
      if (!isHere) return;
      if ('code' in next) setProblem(next);
      else {
        setFound(next);
        setProblem(null);
      }
    };
    void read();
    return () => {
      isHere = false;
    };
  }, [link, show, kind, text, from, isAsked]);
  return [found, problem];
};

/** Every line of a show, for a file. */
export const useAllLines = (link: ConsoleLink): ((show: string | null) => Promise<JournalLine[]>) =>
  useCallback(
    async (show) => {
      const all: JournalLine[] = [];
      for (let total = 1; all.length < total;) {
        const found = await readLines(link, { show, kind: 'all', text: '', from: all.length }, MOST);
        if ('code' in found || found.lines.length === 0) break;
        all.push(...found.lines);
        total = found.total;
      }
      return all;
    },
    [link],
  );
