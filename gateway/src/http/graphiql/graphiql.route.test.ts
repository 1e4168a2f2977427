import { Harness } from '../../../testing/harness';

describe('GraphiQL', () => {
  const hub = new Harness();
  beforeAll(() => hub.start({ firstQuery: '# 登录\nmutation { touch } # "`${\u2028</script>' }));
  afterAll(() => hub.stop());

  it.each(['/', '/graphiql'])('is a page in Chinese at %s that runs scripts of its own origin only', async (path) => {
    const answer = await hub.get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('lang="zh-CN"');
    expect(answer.text).toContain('访问令牌');
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
    expect(answer.text).not.toMatch(/<script>|https?:\/\//);
  });

  it('serves every file the page names', async () => {
    const page = await hub.get('/');
    const files = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(files).toHaveLength(6);
    for (const file of files) {
      const answer = await hub.get(file);
      expect([file, answer.status]).toEqual([file, 200]);
      expect(answer.headers['content-type']).toMatch(file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/);
      expect(answer.bytes.length).toBeGreaterThan(100);
    }
  });

  it('starts with the first query as it was given', async () => {
    const { text } = await hub.get('/graphiql/start.js');
    const literal = /defaultQuery: (".*") \}\),/.exec(text)?.[1] ?? 'null';
    expect(JSON.parse(literal)).toBe('# 登录\nmutation { touch } # "`${\u2028</script>');
    expect(text).not.toContain('\u2028');
    expect(() => new Function(text)).not.toThrow();
  });

  it('serves nothing but its own files', async () => {
    for (const path of ['/graphiql/../package.json', '/graphiql/..%2fpackage.json', '/graphiql/constructor']) {
      expect((await hub.get(path)).status).toBe(404);
    }
  });

  it('does not exist in production', async () => {
    const production = await new Harness().start({ development: false });
    for (const path of ['/', '/graphiql', '/graphiql/start.js']) expect((await production.get(path)).status).toBe(404);
    await production.stop();
  });
});
