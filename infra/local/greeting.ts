/** The first thing to try; GraphiQL shows it, and the start prints it. */
export const FIRST_QUERY = `mutation { login(input: { loginName: "office", password: "demo" }) { accessToken } }`;

/** What a person needs to go on once everything runs. */
export function greeting(url: string): string {
  return [
    '',
    `平台已就绪：${url}/graphql`,
    `在浏览器中打开 ${url}/ 即可查询；第一条可以是：`,
    `  ${FIRST_QUERY}`,
    '按 Ctrl-C 停止。',
  ].join('\n');
}
