/** The share of an operation for which no field has moved. */
const NOTHING_MOVED = 100;

/** Draws for an operation which of the fields with `@override(label: "percent(n)")` have moved for it. */
export type DrawShare = (random: () => number) => number;

/**
 * Every draw between two percentages moves the same fields, and has the same plan: what is drawn is the lower of the
 * two. So there are as many plans of an operation as there are percentages, and one more.
 */
export function sharesOf(percentages: readonly number[]): DrawShare {
  const steps = [...new Set([0, ...percentages])].filter((step) => step < NOTHING_MOVED).sort((a, b) => b - a);
  if (percentages.length === 0) return () => NOTHING_MOVED;
  return (random) => {
    const drawn = random() * 100;
    return steps.find((step) => step <= drawn) ?? 0;
  };
}
