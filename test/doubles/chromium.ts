import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

/** Prints where the browser is once it is unpacked, and the arguments its makers start it with. */
const UNPACK = `
  import chromium from '@sparticuz/chromium';
  console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));
`;
/** With this name of a platform the package brings the system libraries too, so that the machine needs none. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
/** One process for everything dies with its first closed page; the other two would switch off what is tested here. */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

export interface Chromium {
  readonly browser: Browser;
  /** Closes it and takes the unpacked files away. */
  close(): Promise<void>;
}

/** A real Chromium that needs nothing installed but the packages of this project. Linux on x64 only. */
export async function startChromium(): Promise<Chromium> {
  const dir = await mkdtemp(join(tmpdir(), 'workforce-plan-chromium-'));
  const remove = (): Promise<void> => rm(dir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const { path, args } = await unpack(dir);
    await writeFile(join(dir, 'fonts.conf'), fontsConf(dir));
    const browser = await chromium.launch({
      executablePath: path,
      args: [...args.filter((arg) => !UNWANTED.includes(arg)), '--disable-background-networking'],
      env: {
        ...inherited(),
        HOME: dir,
        LD_LIBRARY_PATH: join(dir, 'al2023', 'lib'),
        FONTCONFIG_FILE: join(dir, 'fonts.conf'),
      },
    });
    return { browser, close: () => browser.close().then(remove) };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

async function unpack(dir: string): Promise<{ readonly path: string; readonly args: readonly string[] }> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    env: { ...inherited(), ...WITH_LIBRARIES, TMPDIR: dir },
  });
  return JSON.parse(stdout) as { path: string; args: string[] };
}

/** The package's own names /tmp/fonts, wherever the fonts are; this Chromium crashes at the first text that finds no font. */
function fontsConf(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(dir, 'fonts')}</dir><cachedir>${join(dir, 'fonts-cache')}</cachedir></fontconfig>
`;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
