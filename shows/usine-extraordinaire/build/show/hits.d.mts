export const HITS: readonly (readonly [seconds: number, what: string])[];
