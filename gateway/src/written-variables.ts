type Values = Readonly<Record<string, unknown>>;

/**
 * Variables of which some are JSON already. To whoever reads them they are values like any others; a door that sends
 * text never makes them.
 */
export class WrittenVariables {
  readonly #plain: Values;
  readonly #written: Readonly<Record<string, string>>;

  private constructor(plain: Values, written: Readonly<Record<string, string>>) {
    this.#plain = plain;
    this.#written = written;
    Object.assign(this, plain);
    for (const [name, text] of Object.entries(written)) {
      let value: unknown;
      const get = () => {
        value ??= JSON.parse(text);
        return value;
      };
      Object.defineProperty(this, name, { get, enumerable: true });
    }
  }

  static of(plain: Values, written: Readonly<Record<string, string>>): Values {
    return new WrittenVariables(plain, written) as unknown as Values;
  }

  static textOf(variables: Values): string {
    if (!(#written in variables)) return JSON.stringify(variables);
    const members = Object.entries(variables.#plain)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
    for (const [name, text] of Object.entries(variables.#written)) members.push(`${JSON.stringify(name)}:${text}`);
    return `{${members.join(',')}}`;
  }
}
