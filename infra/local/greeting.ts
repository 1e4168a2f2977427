import { DEMO_PASSWORD, OFFICE_LOGINS, unitLogin } from '../seed/organization';

/** The first thing to try, as the start prints it. */
export const FIRST_QUERY = `mutation { login(input: { loginName: "registrar", password: "${DEMO_PASSWORD}" }) { accessToken } }`;

/** The same in GraphiQL, and what to ask once signed in. */
export const FIRST_QUERIES = `# 先执行 Login，把得到的 accessToken 粘贴到右上角的“访问令牌”，再执行 Documents 或 Publications。
mutation Login {
  login(input: { loginName: "registrar", password: "${DEMO_PASSWORD}" }) {
    accessToken
  }
}

query Documents {
  documents(first: 5) {
    totalCount
    nodes {
      title
      kind
      state
    }
  }
}

query Publications {
  reportPublications(first: 5) {
    nodes {
      title
      fromName
      publishedAt
    }
  }
}
`;

/** What a person needs to go on once everything runs. */
export function greeting(url: string, seed: 'none' | 'demo'): string {
  return ['', `平台已就绪：${url}/graphql`, ...(seed === 'demo' ? demo(url) : []), '按 Ctrl-C 停止。'].join('\n');
}

function demo(url: string): string[] {
  const office = Object.entries(OFFICE_LOGINS).map(([login, { title }]) => `  ${login.padEnd(14)} ${title}`);
  return [
    `演示账号（口令都是 ${DEMO_PASSWORD}）：`,
    ...office,
    `  ${unitLogin(1).padEnd(14)} 单位党务专干（${unitLogin(1)}-leader 为其负责人，其余单位类推）`,
    `在浏览器中打开 ${url}/ 即可查询；第一条可以是：`,
    `  ${FIRST_QUERY}`,
  ];
}
