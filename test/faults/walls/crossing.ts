import { loadSupergraph } from '@hub/gateway';
import { schemaFiles } from '@hub/infra/local/supergraph';
import fc from 'fast-check';
import type { GraphQLArgument } from 'graphql';

import { createTestWorld, SUBGRAPHS, type TestDatabase, type TestWorld, testSeed } from '../../support';
import { operationsOf } from '../../support/operations';
import { openBareGraph } from '../hostile/bare-graph';
import { plausibleArguments } from '../hostile/call-arguments';
import { type RealIds, readRealIds } from '../hostile/real-ids';
import {
  type Door,
  doorsOf,
  type EntityDoor,
  entityDoorsOf,
  type StreamDoor,
  streamDoorsOf,
  type Variables,
} from './doors';
import { ForeignChanges } from './foreign-changes';
import { foreignKeys } from './foreign-keys';
import { plantForeignRows } from './planted-rows';
import { registrarOf, type Viewer, viewersOf } from './viewers';

/** How often each viewer tries each operation that takes arguments. */
const DRAWS = 3;

const { supergraph } = schemaFiles();

/** A hub's data with a mark on all that is foreign, every door to it, and everybody who may not pass. */
export class Crossing {
  tried = 0;

  private constructor(
    readonly world: TestWorld,
    readonly viewers: readonly Viewer[],
    readonly registrar: Viewer,
    private readonly doors: readonly Door[],
    private readonly entityDoors: readonly EntityDoor[],
    private readonly streamDoors: readonly StreamDoor[],
    private readonly real: RealIds,
    private readonly keys: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async open(database: TestDatabase, strangerOrganizationId: string): Promise<Crossing> {
    const ground = await plantForeignRows(database, strangerOrganizationId);
    const world = await createTestWorld({ subgraphs: SUBGRAPHS.map(({ name }) => name), database });
    const operations = operationsOf(loadSupergraph(supergraph).publicSchema);
    return new Crossing(
      world,
      await viewersOf(database, ground),
      registrarOf(ground),
      doorsOf(world, openBareGraph(world, supergraph), operations),
      entityDoorsOf(world),
      streamDoorsOf(world),
      await readRealIds(database, strangerOrganizationId),
      await foreignKeys(database, ground),
    );
  }

  /** What the viewer is shown or changes that is not his, through any door. */
  async faultsOf(viewer: Viewer): Promise<string[]> {
    const changes = await ForeignChanges.watch(this.world.database, viewer);
    const faults: string[] = [];
    for (const door of this.doors) {
      for (const variables of this.#draws(door.operation.args)) {
        faults.push(...this.#shown(viewer, door.name, variables, await door.ask(viewer, variables)));
      }
      if (door.operation.kind === 'query') continue;
      faults.push(...(await changes.faults()).map((fault) => `${door.name}: ${fault}`));
    }
    for (const door of this.streamDoors) {
      for (const variables of this.#draws(door.args)) {
        faults.push(...this.#shown(viewer, door.name, variables, await door.ask(viewer, variables)));
      }
    }
    return [...faults, ...(await this.#foundAsEntities(viewer)), ...(await changes.faults())];
  }

  async #foundAsEntities(viewer: Viewer): Promise<string[]> {
    const faults: string[] = [];
    for (const door of this.entityDoors) {
      const keys = this.keys.get(door.type);
      if (!keys) throw new Error(`nobody says which ${door.type} is foreign`);
      const { entities, all } = await door.ask(viewer, keys);
      faults.push(...this.#shown(viewer, `_entities of ${door.type}`, { keys }, all));
      const found = entities.filter((entity) => entity !== null).length;
      if (found > 0 && viewer.findsNo(door.type)) faults.push(`_entities: ${found} foreign ${door.type} were found`);
    }
    return faults;
  }

  #draws(args: readonly GraphQLArgument[]): Variables[] {
    if (args.length === 0) return [{}];
    return fc.sample(plausibleArguments(args, this.real), { numRuns: DRAWS, seed: testSeed() + this.tried });
  }

  #shown(viewer: Viewer, door: string, variables: Variables, answer: unknown): string[] {
    this.tried += 1;
    const text = JSON.stringify(answer);
    const given = JSON.stringify(variables);
    const seen = viewer.forbidden.filter((each) => text.includes(each) && !given.includes(each));
    return seen.length === 0
      ? []
      : [`${door} shows ${seen.slice(0, 3).join(', ')} when asked with ${given.slice(0, 500)}`];
  }

  /** Everybody's faults, each with the name of who it was. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    for (const viewer of this.viewers) {
      faults.push(...(await this.faultsOf(viewer)).map((fault) => `${viewer.name}: ${fault}`));
    }
    return faults;
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
