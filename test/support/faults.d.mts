export type Fault = { what: string; most: number | null; back?: number };
export const faults: Readonly<Record<string, Fault>>;
export function tellFault(id: string, told: { saw: string; gapMs: number | null; backMs?: number }): void;
