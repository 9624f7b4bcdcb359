import { z } from 'zod';

/**
 * What came of measuring a sound (core/sound/analysis), in parts that a link carries beside everything else. `why` not
 * empty: it could not be done.
 */
export const ANALYSIS_PART = 200_000;
export const MOST_ANALYSIS_PARTS = 100;
export const analysisReportSchema = z.object({
  kind: z.literal('analysis'),
  ask: z.string().max(80),
  /** From 0. */
  part: z
    .number()
    .int()
    .min(0)
    .max(MOST_ANALYSIS_PARTS - 1),
  parts: z.number().int().min(0).max(MOST_ANALYSIS_PARTS),
  text: z.string().max(ANALYSIS_PART),
  why: z.string().max(500),
});
export type AnalysisReport = z.infer<typeof analysisReportSchema>;

/** The reports of one answer. */
export const analysisReports = (
  ask: string,
  outcome: { text: string } | { why: string },
): AnalysisReport[] => {
  const none = { kind: 'analysis', ask, part: 0, parts: 0, text: '', why: '' } as const;
  if ('why' in outcome) return [{ ...none, why: outcome.why.slice(0, 500) || 'no reason was given' }];
  const { text } = outcome;
  const parts = Math.ceil(text.length / ANALYSIS_PART);
  if (parts > MOST_ANALYSIS_PARTS) return [{ ...none, why: 'it is too long to be measured here' }];
  return Array.from({ length: parts }, (_, part) => ({
    ...none,
    part,
    parts,
    text: text.slice(part * ANALYSIS_PART, (part + 1) * ANALYSIS_PART),
  }));
};

/** Puts the parts of one answer together. Null: more are to come. */
export const createGathering = (ask: string) => {
  const texts = new Map<number, string>();
  return {
    take(report: AnalysisReport): { text: string } | { why: string } | null {
      if (report.ask !== ask) return null;
      if (report.why !== '') return { why: report.why };
      texts.set(report.part, report.text);
      if (texts.size < report.parts) return null;
      return { text: Array.from({ length: report.parts }, (_, part) => texts.get(part) ?? '').join('') };
    },
  };
};
