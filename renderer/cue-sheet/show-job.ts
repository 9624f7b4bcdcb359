import { nameOf } from '../../core/ids.ts';
import type { RenderJob } from '../../core/render/job.ts';
import { compileShow, followedMedia } from '../../core/show/compile.ts';
import { serialise } from '../../core/show/serialise.ts';
import { analysisSchema } from '../../core/sound/analysis/analysis.ts';
import { createLink } from '../link/link.ts';
import { isLoopback, readDevice, storeOr } from '../console/pairing/keys.ts';

/** What `frise cue-sheet` gives its page as a job, for the show that this host plays. */
export const SHEET_WIDTH = 480;

export const hostJob = async (language: RenderJob['language']): Promise<RenderJob & { revision: number }> => {
  const token = isLoopback(location.hostname)
    ? null
    : (readDevice(storeOr(() => localStorage))?.token ?? null);
  const link = createLink({ page: { kind: 'tool', id: 'cue-sheet' }, role: 'viewer', token });
  try {
    const { show, facade } = await new Promise<Parameters<typeof jobOf>[0]>((done, failed) => {
      link.onRefused((problem) => failed(new Error(problem.message)));
      link.onConnection(() => {
        const [show, facade] = [link.get('show'), link.get('facade')];
        if (show && facade) done({ show, facade });
      });
    });
    return await jobOf({ show, facade }, language);
  } finally {
    link.close();
  }
};

type Topics = {
  show: { document: Parameters<typeof compileShow>[0]; revision: number };
  facade: { document: Parameters<typeof serialise>[0] };
};
const jobOf = async ({ show, facade }: Topics, language: RenderJob['language'] = null) => {
  const analyses: RenderJob['analyses'] = {};
  for (const id of followedMedia(compileShow(show.document, show.revision))) {
    const reply = await fetch(`/analysis/${nameOf(id)}`);
    const read = reply.ok ? analysisSchema.safeParse(await reply.json()) : null;
    if (read?.success) analyses[id] = read.data;
  }
  return {
    show: serialise(show.document),
    facade: serialise(facade.document),
    rig: null,
    analyses,
    output: null,
    variant: null,
    view: null,
    width: null,
    height: null,
    language,
    pattern: null,
    still: null,
    film: null,
    revision: show.revision,
  };
};
