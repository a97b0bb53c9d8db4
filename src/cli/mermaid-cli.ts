/**
 * Finds @mermaid-js/mermaid-cli and a Chromium on this machine: in the project, or by the PATH. Nothing is ever downloaded.
 *
 * Separate from `render/mermaid-cli.ts`, which drives them, because looking around on a machine is the command line's part.
 */
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MermaidCliPlace } from '../render/mermaid-cli.js';
import { UsageError } from './exit.js';
import type { Host } from './host/host.js';

const packageName = '@mermaid-js/mermaid-cli';
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Throws `UsageError`, with how to get what is missing. */
export function findMermaidCli(host: Host): MermaidCliPlace {
  const mermaidCli = host.resolvePackage(packageName, host.cwd) ?? behindCommand(host);
  if (mermaidCli === undefined) {
    throw new UsageError(
      `--via mermaid-cli needs ${packageName}, which is not installed here.`,
      `npm install --save-dev ${packageName} puppeteer (it downloads a Chromium; with PUPPETEER_SKIP_DOWNLOAD=true it uses yours)`,
    );
  }
  const puppeteer = host.resolvePackage('puppeteer', dirname(mermaidCli));
  if (puppeteer === undefined) {
    throw new UsageError(
      `${packageName} is installed, but not the puppeteer that it needs.`,
      'npm install --save-dev puppeteer',
    );
  }
  const browser =
    host.env['PUPPETEER_EXECUTABLE_PATH'] ??
    browsers.map((name) => onPath(host, name)).find((found) => found !== undefined);
  return {
    mermaidCli: pathToFileURL(mermaidCli).href,
    puppeteer: pathToFileURL(puppeteer).href,
    ...(browser !== undefined && { browser }),
    sandbox: !host.isRoot,
  };
}

/** A package that is installed globally: its command is a link into it. */
function behindCommand(host: Host): string | undefined {
  const command = onPath(host, 'mmdc');
  const script = command === undefined ? undefined : host.files.realPath(command);
  return script === undefined ? undefined : host.resolvePackage(packageName, dirname(script));
}

function onPath({ env, files }: Host, name: string): string | undefined {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const names = [name, `${name}.exe`];
  return folders
    .flatMap((folder) => names.map((file) => join(folder, file)))
    .find((path) => files.stat(path)?.kind === 'file');
}
