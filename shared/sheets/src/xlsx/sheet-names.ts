const MAX_NAME = 31;

/** Names that a workbook takes: without the marks of references, short enough, and each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = name.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ').trim() || '工作表';
    let chosen = clean.slice(0, MAX_NAME);
    for (let count = 2; taken.has(chosen.toLowerCase()); count += 1) {
      const suffix = `(${count})`;
      chosen = clean.slice(0, MAX_NAME - suffix.length) + suffix;
    }
    taken.add(chosen.toLowerCase());
    return chosen;
  });
}
