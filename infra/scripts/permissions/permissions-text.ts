import { ROLES } from '@hub/core';
import { buildSubgraph, type Decisions, type Subgraph } from '@hub/graphql';
import { isEnumType } from 'graphql';

import { SUBGRAPHS } from '../../local/subgraphs';
import { classifiedFields } from './classified-fields';
import { type Column, cellOf } from './policy-cells';

const HEAD = `# 权限矩阵

由 \`npm run permissions\` 按各子图的 \`domain/*.policy.ts\`（权限）与 \`graphql/decisions.ts\`（每个操作、类型由哪一项权限决定）生成，请勿手改；\`npm run check\` 核对。

范围：**全委** 本工委全部；**以下** 任职党组织及其以下（在工委任职即为全委）；**本单位** 任职单位；**本人** 本人账号名下；空白为无权。一个操作列在几项权限之下的，有其一即可。类型中未单列的字段随其类型。此外，数据库行级安全按岗位所在一侧再行限定。
`;

/** The whole of docs/permissions.md. */
export function permissionsText(): string {
  return [HEAD, ...SUBGRAPHS.map((subgraph) => subgraphText(subgraph))].join('\n');
}

function subgraphText({ name, graphql }: Subgraph): string {
  const { decisions } = graphql;
  const tables = Object.entries(decisions.policies).map(([policy, decided]) => policyTable(policy, decided));
  const { sdl } = buildSubgraph(graphql);
  return [`## ${name}\n`, openText(decisions), ...tables, levelsText(classifiedFields(sdl))].filter(Boolean).join('\n');
}

function openText(decisions: Decisions): string {
  const lines = [
    ['无须登录', decisions.public],
    ['登录即可（含服务令牌，范围由用例限定）', decisions.signedIn],
    ['仅网关内部', decisions.internal],
  ] as const;
  const said = lines.flatMap(([title, coordinates]) =>
    coordinates?.length ? [`* ${title}：${listed(coordinates)}`] : [],
  );
  return said.length > 0 ? `${said.join('\n')}\n` : '';
}

const COLUMNS: readonly Column[] = [...ROLES, 'programs', 'systems'];

type DecidedByPolicy = Decisions['policies'][string];

function policyTable(name: string, { policy, decides }: DecidedByPolicy): string {
  const titles = roleTitles();
  const rows = Object.entries(policy.grants).map(([verb, grants]) => {
    const coordinates = decides[verb] ?? [];
    const cells = COLUMNS.map((column) => cellOf(grants, column));
    return [`\`${verb}\``, coordinates.length > 0 ? listed(coordinates) : '（尚无操作）', ...cells];
  });
  const head = ['权限', '操作与字段', ...ROLES.map((role) => titles.get(role) ?? role), '服务令牌', '系统任务'];
  return `### ${name}\n\n${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function levelsText(levels: ReadonlyMap<string, readonly string[]>): string {
  if (levels.size === 0) return '';
  const lines = [...levels].map(([level, fields]) => `* ${level} 级：${listed(fields)}`);
  return `### 字段密级\n\n未标注的均为 2 级（内部）。\n\n${lines.join('\n')}\n`;
}

const listed = (coordinates: readonly string[]): string => coordinates.map((each) => `\`${each}\``).join(' ');

/** What roles are called in the graph itself: the words before the colon. */
function roleTitles(): ReadonlyMap<string, string> {
  for (const { graphql } of SUBGRAPHS) {
    const role = buildSubgraph(graphql).schema.getType('Role');
    if (isEnumType(role)) {
      return new Map(
        role.getValues().map(({ name, description }) => [name, (description ?? name).split(/[：（。]/)[0] ?? name]),
      );
    }
  }
  throw new Error('no subgraph says what the roles are called');
}
