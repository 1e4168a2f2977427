const DEFAULT_FIRST_QUERY = `# 按 Ctrl + Enter 执行。左上角的书形图标打开文档，列出全部类型与操作。
query FirstLook {
  __typename
}
`;

/** What the browser runs: GraphiQL over a fetcher that adds the token of the box at the top, kept in memory only. */
export function startScript(firstQuery: string = DEFAULT_FIRST_QUERY): string {
  return `'use strict';
const tokenBox = document.getElementById('token');
const tokenState = document.getElementById('token-state');
const token = () => tokenBox.value.trim().replace(/^Bearer\\s+/i, '');
tokenBox.addEventListener('input', () => {
  tokenState.textContent = token() === '' ? '未登录' : '已带上令牌';
});
async function fetcher(parameters, options) {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  if (token() !== '') headers.authorization = 'Bearer ' + token();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: Object.assign(headers, options && options.headers),
    body: JSON.stringify(parameters),
  });
  return response.json();
}
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher, defaultQuery: ${scriptString(firstQuery)} }),
);
`;
}

/** A string literal of the script: JSON, except for the two line ends that old scripts do not allow in it. */
function scriptString(text: string): string {
  return JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
