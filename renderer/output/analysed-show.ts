import { followedMedia } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { followAnalyses, type Analyses } from '../link/analyses.ts';
import { followShow, type PlayedDocuments, type PlayedShow } from '../link/follow-show.ts';
import type { Link } from '../link/link.ts';

/** The shows of a page that draws: each with what its sounds were analysed to. */
export const followAnalysedShow = (
  link: Pick<Link, 'subscribe'>,
  changed: (shows: PlayedShow, documents: PlayedDocuments) => void,
): void => {
  let analyses: Analyses = {};
  let shows: PlayedShow = { show: null, incoming: null };
  let read: PlayedDocuments = { show: null, incoming: null };
  const analysed = (show: CompiledShow): CompiledShow => {
    const { outgoing } = show;
    return { ...show, analyses, outgoing: outgoing && { ...outgoing, show: analysed(outgoing.show) } };
  };
  const tell = (): void => {
    const { show, incoming } = shows;
    changed({ show: show && analysed(show), incoming: incoming && analysed(incoming) }, read);
  };
  const followed = followAnalyses(link, (next) => {
    analyses = next;
    tell();
  });
  followShow(link, (next, documents) => {
    shows = next;
    read = documents;
    const all = [next.show, next.show?.outgoing?.show, next.incoming];
    followed.want([...new Set(all.flatMap((show) => (show ? followedMedia(show) : [])))].sort());
    tell();
  });
};
