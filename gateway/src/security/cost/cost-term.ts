type Variables = Readonly<Record<string, unknown>>;

/** A cost that is known, or one that depends on the variables. Sums and products of known costs are known. */
export type CostTerm = number | ((variables: Variables) => number);

export function plus(one: CostTerm, other: CostTerm): CostTerm {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  if (one === 0) return other;
  if (other === 0) return one;
  return (variables) => evaluate(one, variables) + evaluate(other, variables);
}

export function times(one: CostTerm, other: CostTerm): CostTerm {
  if (typeof one === 'number' && typeof other === 'number') return one * other;
  if (one === 0 || other === 0) return 0;
  if (one === 1) return other;
  if (other === 1) return one;
  return (variables) => evaluate(one, variables) * evaluate(other, variables);
}

export function greatest(terms: readonly CostTerm[]): CostTerm {
  const known = Math.max(0, ...terms.filter((term) => typeof term === 'number'));
  const unknown = terms.filter((term) => typeof term === 'function');
  if (unknown.length === 0) return known;
  return (variables) => unknown.reduce((max, term) => Math.max(max, term(variables)), known);
}

let evaluations = 0;

/** Evaluates a whole cost. */
export function evaluateCost(term: CostTerm, variables: Variables): number {
  evaluations += 1;
  return evaluate(term, variables);
}

/** A term that occurs in several others, worked out once an evaluation: nested abstract types would repeat it without end. */
export function shared(term: CostTerm): CostTerm {
  if (typeof term === 'number') return term;
  let workedOutIn = 0;
  let value = 0;
  return (variables) => {
    if (workedOutIn !== evaluations) {
      value = term(variables);
      workedOutIn = evaluations;
    }
    return value;
  };
}

function evaluate(term: CostTerm, variables: Variables): number {
  return typeof term === 'number' ? term : term(variables);
}
