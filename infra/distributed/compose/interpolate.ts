/** `$$`, `$NAME`, or `${NAME}` with an operator and a word. Words with variables of their own are not supported. */
const REFERENCE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-?+])([^${}]*))?\})/g;

export interface Interpolated {
  readonly text: string;
  /** Variables that must be there (`${NAME:?}`) and are not. */
  readonly missing: readonly string[];
}

/**
 * Fills in the variables of one value as the Compose Specification says: `:-` takes the word for an unset or empty
 * variable, `-` for an unset one; `:?` and `?` insist; `:+` and `+` take the word when there is a value.
 */
export function interpolate(template: string, variables: Readonly<Record<string, string | undefined>>): Interpolated {
  const missing: string[] = [];
  const text = template.replace(REFERENCE, (_, dollar, bare, braced, operator = '', word = '') => {
    if (dollar) return '$';
    const name: string = bare ?? braced;
    const value = variables[name];
    const isThere = value !== undefined && !(operator.startsWith(':') && value === '');
    if (operator.endsWith('+')) return isThere ? word : '';
    if (isThere) return value;
    if (operator.endsWith('?')) missing.push(name);
    return operator.endsWith('-') ? word : '';
  });
  return { text, missing };
}
