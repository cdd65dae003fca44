import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built scripts. */
export const BUILT = join(dirname(fileURLToPath(import.meta.url)), '..');
const TICKS_PER_SECOND = 100;

export interface Running {
  readonly port: number;
  /** From spawning to listening. */
  readonly startMs: number;
  rssMb(): number;
  /** CPU time used so far, in seconds. */
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Starts a built script with an environment of its own and waits for its line that says the port. */
export async function start(
  script: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'workforce-plan-bench-'));
  const from = performance.now();
  const child = spawn(process.execPath, [join(BUILT, script), ...args], {
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: data, PORT: '0', ...env },
    cwd: data,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await portOf(child);
  const startMs = performance.now() - from;
  const { pid } = child;
  return {
    port,
    startMs,
    rssMb: () => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
    cpuSeconds: () => cpuOf(readFileSync(`/proc/${pid}/stat`, 'utf8')),
    stop: async () => {
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Both the bot's log and the bare apps print `"port":N`. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer): void => {
      said += String(chunk);
      const port = /"port":(\d+)/u.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => reject(new Error(`The process ended before it listened: ${said}`)));
  });
}

// The fields after the name in brackets: the 14th and 15th of all are user and system time.
function cpuOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
