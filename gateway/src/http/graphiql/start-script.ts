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
function ask(parameters, options, accept) {
  const headers = { 'content-type': 'application/json', accept };
  if (token() !== '') headers.authorization = 'Bearer ' + token();
  return fetch('/graphql', {
    method: 'POST',
    headers: Object.assign(headers, options && options.headers),
    body: JSON.stringify(parameters),
  });
}
async function* watch(parameters, options) {
  const response = await ask(parameters, options, 'text/event-stream');
  if (!response.headers.get('content-type').startsWith('text/event-stream')) return yield await response.json();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (let text = ''; ; ) {
      const { value, done } = await reader.read();
      if (done) return;
      const events = (text + value).split('\\n\\n');
      text = events.pop();
      for (const event of events) {
        if (event.startsWith('event: next')) yield JSON.parse(event.slice(event.indexOf('data: ') + 6));
      }
    }
  } finally {
    await reader.cancel();
  }
}
function isSubscription({ operationName }, { documentAST } = {}) {
  const operations = documentAST ? documentAST.definitions.filter(({ kind }) => kind === 'OperationDefinition') : [];
  const meant = operations.find(({ name }) => !operationName || (name && name.value === operationName));
  return meant !== undefined && meant.operation === 'subscription';
}
async function fetcher(parameters, options) {
  if (isSubscription(parameters, options)) return watch(parameters, options);
  return (await ask(parameters, options, 'application/json')).json();
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
