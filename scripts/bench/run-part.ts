/** One part of the benchmark: figures with a goal where there is one; a part that cannot run says so and fails the run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: { readonly at: 'most' | 'least'; readonly value: number };
}

export interface PartResult {
  readonly name: string;
  readonly figures: readonly Figure[];
  /** Why it could not run; undefined when it ran. */
  readonly failure?: string;
}

export async function runPart(name: string, measure: () => Promise<Figure[]> | Figure[]): Promise<PartResult> {
  try {
    return { name, figures: await measure() };
  } catch (error) {
    return { name, figures: [], failure: (error as Error).message };
  }
}

export function isReached({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return goal.at === 'most' ? value <= goal.value : value >= goal.value;
}

export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)]!;
}

export function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
