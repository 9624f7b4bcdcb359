export declare const statedCosts: (readme: string) => Record<string, number>;
