import { createGraph, type Interception, type TestGraph } from '../src/execution/testing/graph';
import { Topic } from './topic';

export interface WatchedGraph extends TestGraph {
  /** Tells `noted` numbers. */
  readonly notes: Topic;
}

/** A subscription in one subgraph whose events another one completes. */
export function watchedGraph(intercept?: Interception): WatchedGraph {
  const notes = new Topic();
  const graph = createGraph(
    {
      notes: {
        sdl: `
          type Query { hello: String! }
          type Mutation { touch: String! }
          type Subscription { noted: Note big(size: Int!): String }
          type Note @key(fields: "id") { id: ID! }
        `,
        resolvers: {
          Query: { hello: () => '你好' },
          Mutation: { touch: () => 'touched' },
          Subscription: {
            noted: {
              subscribe: (_: unknown, __: unknown, { signal }: { signal: AbortSignal }) => notes.listen(signal),
            },
            big: {
              subscribe: (_: unknown, __: unknown, { signal }: { signal: AbortSignal }) => notes.listen(signal),
              resolve: (_: unknown, { size }: { size: number }) => 'x'.repeat(size),
            },
          },
        },
      },
      authors: {
        sdl: 'type Query { authors: Int } type Note @key(fields: "id") { id: ID! author: String }',
        resolvers: { Note: { author: ({ id }: { id: string }) => `作者 ${id}` } },
      },
    },
    { intercept },
  );
  return { ...graph, notes };
}

export const note = (id: string) => ({ noted: { id } });
