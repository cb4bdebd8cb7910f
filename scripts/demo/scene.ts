/** A scene of the demo: something done, something seen, and whether it held. */
import type { Stage } from './stage.ts';

export type Evidence = Record<string, unknown>;

export interface Scene {
  readonly name: string;
  /** What the scene shows, in a sentence. */
  readonly title: string;
  /** Plays it; @returns what was seen. @throws SceneFailure when something did not hold. */
  readonly play: (stage: Stage, say: Say) => Promise<Evidence>;
}

/** Prints one line of what is done or seen. */
export type Say = (text: string) => void;

export class SceneFailure extends Error {}

/** @throws SceneFailure with the rule that does not hold, and what was seen instead. */
export function expect(holds: boolean, rule: string, seen?: unknown): void {
  if (!holds) throw new SceneFailure(seen === undefined ? rule : `${rule}; seen: ${JSON.stringify(seen)}`);
}
