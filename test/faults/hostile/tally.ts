/** How often what was answered to what. */
export class Tally {
  malformed = 0;
  readonly #answers = new Map<string, Map<string, number>>();

  count(operation: string, code: string, hostile: boolean): void {
    const codes = this.#answers.get(operation) ?? new Map<string, number>();
    this.#answers.set(operation, codes);
    codes.set(code, (codes.get(code) ?? 0) + 1);
    if (hostile) this.malformed += 1;
  }

  /** Per operation, and over all. */
  get report(): string {
    const all = new Map<string, number>();
    const lines = [...this.#answers].map(([operation, codes]) => {
      for (const [code, count] of codes) all.set(code, (all.get(code) ?? 0) + count);
      return `${operation}: ${summary(codes)}`;
    });
    return [...lines, `all: ${summary(all)}`, `malformed: ${this.malformed}`].join('\n');
  }
}

function summary(codes: ReadonlyMap<string, number>): string {
  const total = [...codes.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  return `${total} (${parts.join(', ')})`;
}
