import type { Sources } from '../../cli/render/documents.ts';
import { nameOf } from '../../../core/ids.ts';
import type { Problem } from '../../../core/result.ts';
import { compileShow, followedMedia } from '../../../core/show/compile.ts';
import { serialise } from '../../../core/show/serialise.ts';
import type { Documents } from '../documents.ts';
import { hashOf, readAnalysis } from '../sound/analysis-files.ts';

export const designedShow = ({ store, compiled }: Documents) => {
  const draft = store.draft.current();
  const { document, revision } = store.show;
  if (draft === null) return { document, compiled };
  return { document: draft.document, compiled: () => compileShow(draft.document, revision) };
};

/** The show as a designer sees it now, the draft where there is one, for a drawing beside it. `analysisFile`: absolute path of what was measured of a sound. */
export const sourcesOf = async (
  documents: Documents,
  analysisFile: (id: string) => string | null,
): Promise<Sources> => {
  const { store } = documents;
  const { facade, rig } = store;
  const show = designedShow(documents);
  const texts = {
    show: serialise(show.document),
    facade: serialise(facade.document),
    rig: serialise(rig.document),
  };
  const compiled = show.compiled();
  const media = new Map<string, string>();
  const lost = new Map<string, Problem>();
  for (const id of Object.keys(compiled.media)) {
    const file = store.mediaFile(id);
    if (file.ok) media.set(nameOf(id), file.value);
    else lost.set(nameOf(id), { ...file, path: id });
  }
  const analyses: Sources['texts']['analyses'] = {};
  for (const id of followedMedia(compiled)) {
    const file = media.get(nameOf(id));
    const measured = analysisFile(id);
    // What is not measured yet is drawn as the outputs draw it: with the parameter's own value.
    if (file === undefined || measured === null) continue;
    const analysis = await readAnalysis(measured, await hashOf(file));
    if (analysis !== null) analyses[id] = analysis;
  }
  return { texts: { ...texts, analyses }, media, lost };
};
