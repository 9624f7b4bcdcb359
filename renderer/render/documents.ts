import { layerTypes } from '../../core/layers/registry.ts';
import type { RenderJob } from '../../core/render/job.ts';
import { variedShow } from '../../core/render/variant.ts';
import { openDocument } from '../../core/show/open.ts';
import type { Documents } from './studio.ts';

/** A job's texts, opened as the host does. Throws what is wrong with them. */
export const openedDocuments = (job: Pick<RenderJob, 'show' | 'facade' | 'rig' | 'variant'>): Documents => {
  const context = { layerTypes, facade: null };
  const take = <F extends 'frise-show' | 'frise-facade' | 'frise-rig'>(value: string, format: F) => {
    const result = openDocument(value, format, context);
    if (!result.ok) throw new Error(`${result.code}: ${result.message} (${result.path})`);
    return result.value.document;
  };
  const show = variedShow(take(job.show, 'frise-show'), job.variant);
  if (!show.ok) throw new Error(`${show.code}: ${show.message}`);
  return {
    show: show.value,
    facade: take(job.facade, 'frise-facade'),
    rig: job.rig === null ? null : take(job.rig, 'frise-rig'),
  };
};
