/** Table tests in esbuild's manner: an expression, or a method's body, and what it gives as text (`! …` for an exception). */
import { runBody } from './run-apex.ts';

export function expectRuns(expression: string, expected: string): void {
  it(expression, () => expect(runBody(`return ${expression};`)).toBe(expected));
}

export function expectBody(name: string, body: string, expected: string, ...classes: string[]): void {
  it(name, () => expect(runBody(body, classes)).toBe(expected));
}
