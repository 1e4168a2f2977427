/** GraphiQL in Chinese surroundings. Scripts are files of our own, so that the page needs no inline script. */
export const GRAPHIQL_PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>党建云综合平台 · 接口调试台</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<link rel="stylesheet" href="/graphiql/page.css">
</head>
<body>
<header>
<strong>党建云综合平台 · 接口调试台</strong>
<label for="token">访问令牌</label>
<input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="先执行登录操作，再把 accessToken 粘贴到这里">
<span id="token-state" role="status">未登录</span>
</header>
<main id="graphiql">正在加载……</main>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

export const GRAPHIQL_PAGE_STYLE = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
header { display: flex; align-items: center; gap: 12px; padding: 8px 16px; border-bottom: 1px solid #ddd; }
header strong { margin-right: auto; }
header input { width: 24em; max-width: 40vw; padding: 4px 8px; font: inherit; }
#token-state { min-width: 8em; color: #666; }
main { flex: 1; min-height: 0; }
`;
