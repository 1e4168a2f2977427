import { WrittenVariables } from './written-variables';

const variables = WrittenVariables.of({ period: '2020-Q3', none: undefined, zero: null }, { units: '[{"id":"中"}]' });

it('are values to whoever reads them', () => {
  expect(variables.units).toEqual([{ id: '中' }]);
  expect({ ...variables }).toEqual({ period: '2020-Q3', none: undefined, zero: null, units: [{ id: '中' }] });
});

it('are made once', () => expect(variables.units).toBe(variables.units));

it('have the text that JSON gives them', () => {
  const text = WrittenVariables.textOf(variables);
  expect(text).toBe('{"period":"2020-Q3","zero":null,"units":[{"id":"中"}]}');
  expect(JSON.parse(JSON.stringify(variables))).toEqual(JSON.parse(text));
});

it('changed by somebody are variables like any others', () => {
  expect(WrittenVariables.textOf({ ...variables, units: [] })).toBe('{"period":"2020-Q3","zero":null,"units":[]}');
});
