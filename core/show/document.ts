/**
 * The shape that all four documents share (DESIGN §4): flat records keyed by `kind:name`, and ordered lists apart,
 * so that an edit touches few lines and a diff can be read.
 */
export type DocumentFormat = 'frise-show' | 'frise-facade' | 'frise-rig' | 'frise-station';

export type FriseDocument<R = unknown> = {
  format: DocumentFormat;
  schema: number;
  records: Record<string, R>;
  order: Record<string, string[]>;
};

/** One edit: records put (whole) or removed, and order lists replaced. Labelled, so that undo can name it. */
export type DocumentEdit = {
  label: string;
  put: Record<string, unknown>;
  remove: string[];
  order: Record<string, string[] | null>;
};

/** What an edit changed, both ways: `before` applied to the new document gives the old one back. */
export type DocumentDiff = { before: DocumentEdit; after: DocumentEdit };
