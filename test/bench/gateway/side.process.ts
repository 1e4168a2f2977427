import { answerParent } from './child';
import { openApollo, openApolloWithUndici } from './sides/apollo.side';
import { openHandWritten } from './sides/hand-written.side';
import { openHive, openHiveWithRustPlanner } from './sides/hive.side';
import { openHubSide } from './sides/hub.side';
import { openApolloInProcess, openHubInProcess, openHubWithReference } from './sides/in-process.side';
import type { OpenSide, SideSetting } from './sides/side.type';

const SIDES = {
  handWritten: openHandWritten,
  hub: openHubSide,
  apollo: openApollo,
  apolloUndici: openApolloWithUndici,
  hive: openHive,
  hiveRust: openHiveWithRustPlanner,
  hubInProcess: openHubInProcess,
  hubReference: openHubWithReference,
  apolloInProcess: openApolloInProcess,
} as const satisfies Record<string, OpenSide>;

export type SideName = keyof typeof SIDES;

export type SideMessage =
  | { readonly kind: 'open'; readonly side: SideName; readonly setting: SideSetting }
  | { readonly kind: 'usage' };

/** Of the process since it began. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

answerParent<SideMessage>(async (message) => {
  if (message.kind === 'open') return SIDES[message.side](message.setting);
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 } satisfies Usage;
});
