/** Characters as people and Postgres count them; `length` counts those beyond the basic plane twice. */
export const characterCount = (text: string): number => [...text].length;
