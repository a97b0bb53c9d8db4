/**
 * A Chromium that runs a page and gives back what the page says: no driver, no package, nothing downloaded.
 *
 * The page writes its answer into itself, `--dump-dom` prints it, and what it complains of comes on stderr.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = [process.env['CHROMIUM'] ?? 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
export const chromium = names.find((name) => spawnSync(name, ['--version']).status === 0);
export const absence = 'no Chromium on the PATH (Debian: apt-get install chromium), nor in CHROMIUM';

export interface Seen<T> {
  readonly answer: T;
  /** What the page wrote to its console, errors of the browser's own included. */
  readonly console: readonly string[];
}

export interface Wishes {
  readonly colours?: 'light' | 'dark';
}

/** `script` is the body of a function of `input`; it may be asynchronous, and what it returns is the answer. */
export function ask<T>(input: unknown, script: string, { colours = 'light' }: Wishes = {}): Seen<T> {
  if (chromium === undefined) throw new Error(absence);
  const folder = mkdtempSync(join(tmpdir(), 'trackflow-chromium-'));
  try {
    const page = join(folder, 'page.html');
    writeFileSync(page, pageOf(input, script));
    const { status, stdout, stderr, error } = spawnSync(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-extensions',
        '--allow-file-access-from-files',
        '--force-device-scale-factor=1',
        '--enable-logging=stderr',
        `--user-data-dir=${join(folder, 'profile')}`,
        `--blink-settings=preferredColorScheme=${colours === 'dark' ? 0 : 1}`,
        '--virtual-time-budget=60000',
        '--dump-dom',
        pathToFileURL(page).href,
      ],
      { encoding: 'utf8', maxBuffer: 256 * 2 ** 20, timeout: 110_000 },
    );
    const [, answer] = /<pre id="answer">([A-Za-z0-9+/=]+)<\/pre>/u.exec(stdout) ?? [];
    if (answer === undefined) {
      const lines = stderr.split('\n').filter((line) => line.includes('CONSOLE'));
      throw new Error(`Chromium gave no answer (${String(status)}): ${lines.join('\n')}`, { cause: error });
    }
    return {
      answer: JSON.parse(Buffer.from(answer, 'base64').toString('utf8')) as T,
      console: stderr.split('\n').filter((line) => /:CONSOLE[:(]/u.test(line)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Input and answer go as base64, so that nothing in them means anything to HTML. */
function pageOf(input: unknown, script: string): string {
  const data = Buffer.from(JSON.stringify(input), 'utf8').toString('base64');
  return `<!doctype html><meta charset="utf-8"><title>page</title><body><script>
const bytes = (text) => Uint8Array.from(atob(text), (character) => character.codePointAt(0));
const input = JSON.parse(new TextDecoder().decode(bytes('${data}')));
(async () => {
${script}
})().then((answer) => {
  const said = new TextEncoder().encode(JSON.stringify(answer ?? null));
  const pre = document.createElement('pre');
  pre.id = 'answer';
  let text = '';
  for (const byte of said) text += String.fromCharCode(byte);
  pre.textContent = btoa(text);
  document.body.replaceChildren(pre);
});
</script>`;
}
