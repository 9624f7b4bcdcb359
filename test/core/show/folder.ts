import { readFileSync } from 'node:fs';
import path from 'node:path';
import { modelOf } from '../../../core/facade/model-of.ts';
import { layerTypes } from '../../../core/layers/registry.ts';
import { openDocument } from '../../../core/show/open.ts';
import type { ShowContext } from '../../../core/show/check-context.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';

/** The small show folder of test/fixtures/documents: sound in every respect, so a test breaks one thing at a time. */
export const folder = path.resolve(import.meta.dirname, '../../fixtures/documents/folder');
export const fixture = (...parts: string[]): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/documents', ...parts), 'utf8');

const open = <F extends EditableFormat>(file: string, format: F, context: ShowContext): DocumentOf<F> => {
  const opened = openDocument(fixture('folder', file), format, context);
  if (!opened.ok) throw new Error(`${file}: ${opened.message}`);
  return opened.value.document;
};
const bare: ShowContext = { layerTypes, facade: null };
export const smallFacade = open('facade.json', 'frise-facade', bare);
export const context: ShowContext = { layerTypes, facade: modelOf(smallFacade) };
export const smallShow = open('show.json', 'frise-show', context);
export const smallRig = open('rigs/one.json', 'frise-rig', bare);

type Change = (record: Record<string, unknown>) => Record<string, unknown>;
/** A copy with one record changed, put in or (null) taken out. */
export const withRecord = <F extends EditableFormat>(
  document: DocumentOf<F>,
  id: string,
  change: Change | null,
): DocumentOf<F> => {
  const { [id]: old, ...others } = document.records;
  if (!change) return { ...document, records: others };
  return {
    ...document,
    records: { ...others, [id]: change({ ...(old as Record<string, unknown> | undefined) }) },
  };
};
