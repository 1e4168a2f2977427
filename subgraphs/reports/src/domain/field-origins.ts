import { factSource } from './fact-catalogue';
import { moneyPower } from './formula';
import { type Formula, FormulaSyntaxError, keysIn, parseFormula } from './formula-syntax';
import { FIELD_TYPE_NAMES, type TemplateField } from './template-field';
import { type TemplateProblem, templateProblem } from './template-problem';

type DerivedField = TemplateField & { readonly origin: { readonly by: 'DERIVED' } };

const isDerived = (field: TemplateField): field is DerivedField => field.origin.by === 'DERIVED';

/** What is wrong with where values are said to come from. */
export function* originProblems(fields: readonly TemplateField[]): Iterable<TemplateProblem> {
  for (const field of fields) if (field.origin.by === 'PREFILLED') yield* factProblems(field, field.origin.fact);
  yield* formulaProblems(fields);
}

function* factProblems(field: TemplateField, code: string): Iterable<TemplateProblem> {
  const source = factSource(code);
  if (source === undefined) yield templateProblem(field, 'FACT_UNKNOWN');
  else if (source.type !== field.type) {
    yield templateProblem(field, 'FACT_TYPE', { typeName: FIELD_TYPE_NAMES[source.type] });
  }
}

function* formulaProblems(fields: readonly TemplateField[]): Iterable<TemplateProblem> {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const formulas = new Map<string, Formula>();
  for (const field of fields.filter(isDerived)) {
    const read = readFormula(field);
    if ('formula' in read) formulas.set(field.key, read.formula);
    else yield read.problem;
  }
  for (const field of fields.filter(isDerived)) {
    const formula = formulas.get(field.key);
    if (formula !== undefined) yield* formulaProblem(field, formula, byKey, formulas);
  }
}

function* formulaProblem(
  field: DerivedField,
  formula: Formula,
  byKey: ReadonlyMap<string, TemplateField>,
  formulas: ReadonlyMap<string, Formula>,
): Iterable<TemplateProblem> {
  if (field.type !== 'NUMBER' && field.type !== 'MONEY') return yield templateProblem(field, 'DERIVED_TYPE');
  const typeOf = (key: string) => byKey.get(key)?.type;
  const operand = keysIn(formula).find((key) => !['NUMBER', 'MONEY'].includes(typeOf(key) ?? ''));
  if (operand !== undefined) return yield templateProblem(field, 'FORMULA_KEY', { operand });
  if (leadsBack(field.key, formulas)) return yield templateProblem(field, 'FORMULA_CYCLE');
  const power = moneyPower(formula, (key) => typeOf(key) === 'MONEY');
  if (power !== (field.type === 'MONEY' ? 1 : 0)) yield templateProblem(field, 'FORMULA_MONEY');
}

function readFormula(field: DerivedField): { readonly formula: Formula } | { readonly problem: TemplateProblem } {
  try {
    return { formula: parseFormula(field.origin.formula) };
  } catch (error) {
    if (!(error instanceof FormulaSyntaxError)) throw error;
    return { problem: templateProblem(field, 'FORMULA_SYNTAX', { at: error.at }) };
  }
}

/** Whether what a field is computed from is computed from that field. */
function leadsBack(key: string, formulas: ReadonlyMap<string, Formula>): boolean {
  const seen = new Set<string>();
  const next = [key];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const formula = formulas.get(at);
    for (const operand of formula === undefined ? [] : keysIn(formula)) {
      if (operand === key) return true;
      if (seen.has(operand)) continue;
      seen.add(operand);
      next.push(operand);
    }
  }
  return false;
}
