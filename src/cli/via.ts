/** `trackflow render --via mermaid-cli`: the Mermaid text of each flow, drawn by Mermaid itself. */
import { mermaidCliFormats, openMermaidCli, type MermaidCli, type MermaidCliFormat } from '../render/mermaid-cli.js';
import type { RenderRequest } from '../app/request.js';
import type { Artifact } from '../model/artifact.js';
import { choose, chooseSome } from './choices.js';
import type { CommandInput } from './command.js';
import { UsageError, type ExitCode } from './exit.js';
import { misnamed, targetOf } from './files/output.js';
import { gather } from './gather.js';
import type { Host } from './host/host.js';
import { renderJobs } from './jobs.js';
import { findMermaidCli } from './mermaid-cli.js';
import { produce, type Job } from './produce.js';
import { list, outputsOf, requestFor, text, viewsOf } from './render-options.js';
import { readTheme } from './theme-option.js';
import type { Terminal } from './terminal.js';

const mediaTypes: Readonly<Record<MermaidCliFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
};

export async function renderVia(host: Host, terminal: Terminal, { args, options }: CommandInput): Promise<ExitCode> {
  choose('tool', text(options, 'via') ?? '', ['mermaid-cli']);
  const out = text(options, 'out');
  const wanted = formatsFor(host, list(options, 'formats'), out);
  const place = findMermaidCli(host);
  const outputs = outputsOf(['mermaid'], viewsOf(options) ?? ['swimlane']);
  await requestFor(outputs, options, undefined);
  const theme = await readTheme(host, terminal, text(options, 'theme'));
  const gathered = theme.add(await gather(host, terminal, args, text(options, 'stdinFilepath')));

  let tool: Promise<MermaidCli> | undefined;
  const open = (): Promise<MermaidCli> => (tool ??= openMermaidCli(place).catch(noBrowser));
  const requests = new Map<Job['batch'], RenderRequest>();
  const texts = theme.failed
    ? []
    : await renderJobs(gathered, terminal, async (batch) => {
        const request = { ...(await requestFor(outputs, options, batch)), ...theme.look };
        requests.set(batch, request);
        return request;
      });
  const jobs = texts.map((job): Job => ({
    ...job,
    names: job.names.flatMap((name) => wanted.map((format) => drawnName(name, format))),
    make: async () => {
      const { coloursOf, onPaper } = await import('../render/svg/palette.js');
      const { ground } = coloursOf(onPaper(requests.get(job.batch)?.theme ?? 'auto')).roles;
      const drawn: Artifact[] = [];
      for (const { name, content } of await job.make()) {
        for (const format of wanted) {
          const source = typeof content === 'string' ? content : new TextDecoder().decode(content);
          const bytes = await (await open()).draw(source, format, ground);
          drawn.push({ name: drawnName(name, format), mediaType: mediaTypes[format], content: bytes });
        }
      }
      return drawn;
    },
  }));
  try {
    return await produce(host, terminal, { out, gathered, jobs, main: ({ names }) => names.length });
  } finally {
    await (await tool?.catch(() => undefined))?.close();
  }
}

/** `lead.swimlane.mmd` → `lead.swimlane.mermaid.png`, so that it never takes the place of our own picture. */
function drawnName(name: string, format: MermaidCliFormat): string {
  return `${name.replace(/\.[^.]*$/u, '')}.mermaid.${format}`;
}

function formatsFor(
  { cwd, files }: Host,
  asked: readonly string[] | undefined,
  out: string | undefined,
): readonly MermaidCliFormat[] {
  const wanted = asked && chooseSome('format that mermaid-cli draws', asked, mermaidCliFormats);
  if (out === undefined || targetOf(out, cwd, files).kind !== 'file') return wanted ?? ['svg'];
  const named = mermaidCliFormats.find((format) => out.toLowerCase().endsWith(`.${format}`));
  const other = misnamed(
    out,
    (wanted ?? mermaidCliFormats).map((format) => ({ extension: `.${format}` })),
  );
  if (other !== undefined) {
    const asks = wanted === undefined ? 'mermaid-cli draws' : '-f asks for';
    throw new UsageError(
      `${asks} ${(wanted ?? mermaidCliFormats).join(', ')}, but the name ${out} is that of ${named ?? 'something else'}.`,
      other,
    );
  }
  return wanted ?? [named ?? 'svg'];
}

function noBrowser(error: unknown): never {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  throw new UsageError(
    `mermaid-cli is installed, but no Chromium could be started: ${reason}`,
    'Install one (Debian: apt install chromium), or name one in PUPPETEER_EXECUTABLE_PATH.',
  );
}
