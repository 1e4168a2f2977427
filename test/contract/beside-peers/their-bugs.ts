/** One operation, and what @apollo/gateway and graphql-js over one schema make of it. */
export interface Judged {
  readonly query: string;
  readonly theirs: Comparable;
  readonly oneGraph: Comparable;
}

export interface Comparable {
  readonly data: unknown;
  readonly nulls: readonly string[];
}

const NOT_WANTED = String.raw`@(skip\(if: \$yes\)|include\(if: \$no\))`;
/** The required field itself, and those that require it with an argument of their own. */
const USES_OF_MEASURE = /\b(toll|duty|measure(\(unit: \w+\))?)/g;
const UNWANTED_WITH_REQUIRES = new RegExp(String.raw`\b(shipping|toll|duty)(\(unit: \w+\))? ${NOT_WANTED}`);

/** Where @apollo/gateway 2.14 answers otherwise than graphql-js over one schema does; each as narrow as it shows. */
const THEIR_BUGS: readonly { readonly bug: string; isSeen(judged: Judged): boolean }[] = [
  {
    bug: 'an alias over a key or a required field is taken for that field',
    isSeen: ({ query }) => /(?<![$(])\b(id|weight): (?!\1\b)/.test(query),
  },
  {
    bug: 'one required field with different arguments is asked once',
    isSeen: ({ query }) => new Set(query.match(USES_OF_MEASURE)).size > 1,
  },
  {
    bug: 'a field with @requires that is not wanted takes with it what is asked of the same subgraph beside it',
    isSeen: ({ query }) => UNWANTED_WITH_REQUIRES.test(query),
  },
  {
    bug: 'objects, and lists of objects, of which @skip and @include leave nothing are null',
    isSeen: ({ query, oneGraph }) =>
      new RegExp(NOT_WANTED).test(query) && /\{\}|\[\]/.test(JSON.stringify(oneGraph.data)),
  },
  {
    bug: 'fields of an interface object are left out under a type condition',
    isSeen: ({ query }) => /\bon (Image|Video)\b.*\bremarks\b/s.test(query),
  },
  {
    bug: 'a type condition is lost inside the condition of its interface',
    isSeen: ({ query }) => /\bon Node [^}]*\.\.\.( on (User|Book)\b|F\d)/.test(query),
  },
  {
    bug: 'in a list of several types, errors of entities are told at the places of others',
    isSeen: ({ query, theirs, oneGraph }) =>
      /\b(things|nodes|subjects|media|posts)\b/.test(query) &&
      JSON.stringify(theirs.data) === JSON.stringify(oneGraph.data),
  },
];

export const isTheirBug = (judged: Judged): boolean => THEIR_BUGS.some(({ isSeen }) => isSeen(judged));
