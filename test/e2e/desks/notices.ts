import type { HubClient } from '../../support';

/** A notice as it stands in somebody's inbox: the newest of its matter. */
export interface Notice {
  readonly kind: string;
  readonly level: number;
  readonly title: string;
  readonly about: { readonly type: string; readonly id: string; readonly obligation: string };
  readonly doneBy: string | null;
  readonly receipt: { readonly id: string } | null;
  readonly earlier: readonly { readonly id: string }[];
}

export async function noticesOf(person: HubClient, state: 'OPEN' | 'DONE'): Promise<readonly Notice[]> {
  const { notices } = await person.data<{ notices: { nodes: readonly Notice[] } }>(
    `query ($filter: NoticeFilterInput!) { notices(filter: $filter, first: 100) {
       nodes { kind level title about { type id obligation } doneBy receipt { id } earlier { id } } } }`,
    { filter: { state } },
  );
  return notices.nodes;
}
