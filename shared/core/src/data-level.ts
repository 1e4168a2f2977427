/** How sensitive a value is (DOMAIN 1.8): 1 public in the unit, 2 internal, 3 personal, 4 sensitive. Unmarked is 2. */
export type DataLevel = 1 | 2 | 3 | 4;
