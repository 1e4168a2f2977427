/** A select list that gives rows the names of their entity: `unit_id as "unitId"`. Of constants only. */
export function columns(alias: string, names: readonly string[]): string {
  return names.map((name) => `${alias}.${name} as "${camelCase(name)}"`).join(', ');
}

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
