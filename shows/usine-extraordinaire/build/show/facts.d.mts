/** Types of facts.mjs, for its tests. */
type Fact = { status: string; source: string; fr: string; en: string };
export const EVENTS: Record<string, Fact & { year: string }>;
export const FIGURES: Record<string, Fact & { name: string; life: string; nameEn?: string; lifeEn?: string }>;
export const readingTime: (characters: number) => number;
