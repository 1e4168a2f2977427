import type { LocalResponse } from '@hub/graphql';

import { SUBGRAPHS, type TestWorld } from '../../support';
import { ENTITIES, GIVEN, LISTS, PRIVATE } from './asked-about';
import { argumentsFor, type Given } from './call-arguments';
import { type Caller, callersOf } from './callers';
import { type Door, doors, mayForSelf, mayReach, type OperationDoor } from './cells';
import type { ExportDoor } from './export-door';
import { at, codeOf, isRefused, outcomeOf, wordsOf } from './outcome';
import { emptied, PLACES, type Place } from './place';
import type { MatrixWorld } from './rows';

/** One caller at one door about one place, and whether the policy lets him. */
export interface Cell {
  readonly caller: Caller;
  readonly place: Place;
  readonly may: boolean;
}

/** Calls every cell of a world, and says of each what is wrong with it. */
export class Matrix {
  /** Cells that were tried. */
  tried = 0;
  readonly callers: readonly Caller[];
  readonly #places: readonly Place[];
  readonly #doors = doors();

  constructor(
    readonly world: TestWorld,
    matrix: MatrixWorld,
  ) {
    this.callers = callersOf(matrix);
    this.#places = PLACES.map((name) => matrix.places[name]);
  }

  cellsOf(door: Door): readonly Cell[] {
    return this.callers.flatMap((caller) =>
      this.#places.map((place) => ({ caller, place, may: mayReach(door, caller, place) })),
    );
  }

  /** An operation that points at no place, such as a list: open to whom the verb reaches anywhere in his committee. */
  pointsNowhere(door: OperationDoor): boolean {
    const said = this.#places.map((place) => JSON.stringify(this.#variables(door, place)));
    return new Set(said).size === 1;
  }

  /** Faults of the cells at which nothing may happen. */
  async refused(door: OperationDoor): Promise<string[]> {
    const faults: string[] = [];
    for (const { caller, place, may } of this.#meant(door)) {
      if (may) continue;
      this.tried += 1;
      const answer = await this.ask(door, caller, place);
      faults.push(...this.#shown(caller, answer), ...(await this.#refusal(door, caller, place, answer)));
    }
    return faults;
  }

  /** Faults of the cells at which something may happen. */
  async allowed(door: OperationDoor): Promise<string[]> {
    const faults: string[] = [];
    for (const { caller, place, may } of this.#meant(door)) {
      if (!may) continue;
      this.tried += 1;
      const answer = await this.ask(door, caller, place);
      const isMissing = !answer.errors && answer.data?.[door.field] === null;
      if (isRefused(answer) || isMissing) faults.push(at(caller, place, `is ${wordsOf(answer)}`));
      faults.push(...this.#shown(caller, answer), ...this.#listed(door, caller, place, answer));
    }
    return faults;
  }

  /** Faults of the entities of a type, or of one field of them: there exactly for whom the verb reaches them. */
  async entities(door: Door): Promise<string[]> {
    const [type = '', field] = door.coordinate.split('.');
    const kind = ENTITIES[type];
    if (!kind) throw new Error(`say in asked-about.ts where rows of ${type} are found`);
    const part = field ? `${field} { __typename }` : '__typename';
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${part} } } }`;
    const faults: string[] = [];
    for (const { caller, place, may } of this.cellsOf(door)) {
      this.tried += 1;
      const keys = [{ __typename: type, id: place.ids[kind] }];
      const { data, errors } = await this.world.graphql(door.subgraph, caller.actor, query, { keys });
      const [entity] = (data?._entities ?? []) as (Record<string, unknown> | null)[];
      const shown = field ? entity?.[field] : entity;
      if (errors || Boolean(shown) !== may)
        faults.push(at(caller, place, shown ? 'is shown it' : `sees nothing ${codeOf({ errors })}`));
    }
    return faults;
  }

  /** Faults of a stream: its first event comes, or a refusal in its place. */
  async streams(door: Door): Promise<string[]> {
    const field = door.coordinate.split('.')[1] ?? '';
    const schema = this.world.subgraph(door.subgraph).schema.getSubscriptionType();
    const pointing = schema?.getFields()[field]?.args.some(({ name }) => name === 'documentId');
    const faults: string[] = [];
    for (const { caller, place, may } of this.cellsOf(door)) {
      // An inbox is one's own, wherever one looks from.
      const anywhere = () => this.cellsOf(door).some((cell) => cell.caller === caller && cell.may);
      const expected = pointing ? may : anywhere() || mayForSelf(door, caller);
      this.tried += 1;
      const selection = `${field}${pointing ? `(documentId: "${place.ids.document}")` : ''} { __typename }`;
      const ended = new AbortController();
      const request = { query: `subscription { ${selection} }`, variables: {}, operationName: null };
      const who = { actor: caller.actor, requestId: 'matrix', idempotencyKey: null };
      const stream = this.world.subgraph(door.subgraph).subscribe(request, who, ended.signal);
      const { value } = await stream.next();
      ended.abort();
      await stream.return(undefined);
      const came = Boolean(value?.data?.[field]);
      if (came !== expected || (!came && !isRefused(value ?? {}))) {
        faults.push(at(caller, place, came ? 'is told' : `is not told: ${wordsOf(value ?? {})}`));
      }
    }
    return faults;
  }

  /** Faults of the way to a file: a link for whom the verb reaches it, good for him and for nobody else. */
  async files(door: OperationDoor): Promise<string[]> {
    const faults: string[] = [];
    const authorize = 'query ($token: String!) { authorizeDownload(token: $token) { name } }';
    for (const { caller, place, may } of this.cellsOf(door)) {
      if (!may) continue;
      const { data } = await this.ask(door, caller, place);
      const link = data?.[door.field] as { readonly token: string } | undefined;
      const token = link?.token ?? 'none';
      for (const each of this.callers) {
        this.tried += 1;
        const answer = await this.world.graphql(door.subgraph, each.actor, authorize, { token });
        if (isRefused(answer) === (each === caller))
          faults.push(at(each, place, `with a link of ${caller.name}: ${wordsOf(answer)}`));
      }
    }
    return faults;
  }

  /** Faults of a file of rows: refused like the query behind it, and with the rows of the places that the verb reaches. */
  async exported(door: OperationDoor, exports: ExportDoor, path: string): Promise<string[]> {
    const faults: string[] = [];
    for (const { caller, place, may } of this.#meant(door)) {
      const { status, text } = await exports.get(caller, path);
      if (status !== (may ? 200 : 403)) faults.push(at(caller, place, `is answered ${status} ${text.slice(0, 120)}`));
      if (may) faults.push(...this.#listed(door, caller, place, { data: { text } }));
      else this.tried += 1;
      faults.push(...this.#shown(caller, { data: { text } }));
    }
    return faults;
  }

  /** Acts of every audit trail. What an inspector asks is noted in it, whatever he is answered. */
  async acts(): Promise<number> {
    const counts = SUBGRAPHS.map(
      ({ database }) => `(select count(*) from ${database.schema}.audit where action <> 'inspect')`,
    );
    const [row] = await this.world.database.query<{ acts: number }>(`select (${counts.join(' + ')})::int as acts`);
    return row?.acts ?? 0;
  }

  ask(door: OperationDoor, { actor }: Caller, place: Place): Promise<LocalResponse> {
    return this.world.graphql(door.subgraph, actor, door.text, { ...this.#variables(door, place) });
  }

  /** Where the operation points at no place, one cell stands for all. */
  #meant(door: OperationDoor): readonly Cell[] {
    const cells = this.cellsOf(door);
    if (!this.pointsNowhere(door)) return cells;
    return this.callers.map((caller) => {
      const own = cells.filter((cell) => cell.caller === caller && cell.place.committeeId === caller.actor.committeeId);
      const may = own.some((cell) => cell.may) || mayForSelf(door, caller);
      return { caller, place: own[0]?.place as Place, may };
    });
  }

  #variables({ policyName, verb, coordinate, field, args }: OperationDoor, place: Place): Given {
    const name = `${policyName.split('.')[1]}.${verb}`;
    const given = GIVEN[`${name} ${coordinate}`] ?? GIVEN[name];
    return argumentsFor(field, args, place, given?.(place) ?? {});
  }

  /** Refused, or the same as if nothing were there. */
  async #refusal(door: OperationDoor, caller: Caller, place: Place, answer: LocalResponse): Promise<string[]> {
    if (isRefused(answer)) return [];
    const absent = this.pointsNowhere(door) ? null : await this.ask(door, caller, emptied(place));
    if (absent && outcomeOf(absent) === outcomeOf(answer)) return [];
    if (!answer.errors && answer.data?.[door.field] === null) return [];
    return [at(caller, place, `is let through: ${wordsOf(answer)}`)];
  }

  /** A list shows a place exactly when the verb reaches it. */
  #listed(door: OperationDoor, caller: Caller, place: Place, { data }: LocalResponse): string[] {
    const kind = LISTS[door.coordinate];
    if (!kind) return [];
    const text = JSON.stringify(data);
    const places = this.pointsNowhere(door) ? this.#places : [place];
    this.tried += places.length - 1;
    return places
      .filter((each) => text.includes(each.ids[kind]) !== mayReach(door, caller, each))
      .map((each) => at(caller, each, `${kind} is ${text.includes(each.ids[kind]) ? 'shown' : 'not shown'}`));
  }

  /** Nothing that belongs to units out of reach is in any answer. */
  #shown(caller: Caller, { data }: LocalResponse): string[] {
    const text = JSON.stringify(data ?? null);
    return PRIVATE.flatMap(([kind, policyName, verb]) => {
      const door = this.#doors.find((each) => each.policyName === policyName && each.verb === verb);
      if (!door) throw new Error(`no ${verb} in ${policyName}`);
      return this.#places
        .filter((place) => !mayReach(door, caller, place) && text.includes(place.ids[kind]))
        .map((place) => at(caller, place, `shows the ${kind}`));
    });
  }
}
