/** `trackflow render`: pictures, Mermaid, data and documents from flow files. */
import type { FormatId, OutputRequest } from '../../app/request.js';
import { ids } from '../../base/registry.js';
import { allViewIds, type AnyViewId } from '../../model/matrix.js';
import type { Format } from '../../render/format.js';
import { ALL, chooseSome } from '../choices.js';
import type { Command, CommandInput } from '../command.js';
import { drawingOptions } from '../drawing-options.js';
import { UsageError } from '../exit.js';
import type { Host } from '../host/host.js';
import { allViewsOf, fittingOutputs, list, MATRICES, requestFor, text } from '../render-options.js';
import { outOption, partOptions, pictureOptions, stdinOption } from '../shared-options.js';

export const render: Command = {
  id: 'render',
  summary: 'Draw flows, and write them as Mermaid, data or documents.',
  examples: [
    { line: 'trackflow render lead.flow.yaml', does: 'the swimlanes as SVG, in out/' },
    { line: 'trackflow render -f svg,mermaid,sop', does: 'three formats of every flow here and below' },
    { line: 'trackflow render lead.flow.yaml -o lead.svg', does: 'one file; its extension tells the format' },
    { line: 'trackflow render lead.flow.yaml -f png --width 1600', does: 'a picture of 1600 pixels across' },
    { line: 'trackflow render lead.flow.yaml -f mermaid -o -', does: 'to stdout, for another program' },
    {
      line: 'trackflow render lead.flow.yaml --view all --lang zh,en -o docs/img',
      does: 'every view in two languages',
    },
    {
      line: 'trackflow render lead.flow.yaml --view raci,kpi -f md,csv',
      does: 'who does what, and the indicators, as tables',
    },
    { line: 'trackflow render lead.flow.yaml --owner sales', does: 'the steps of one owner, and what they touch' },
    { line: 'trackflow render --view all --quality', does: 'how good each picture is: crossings, bends, broken rules' },
    { line: 'trackflow render lead.flow.yaml --via mermaid-cli -f png', does: "a PNG of Mermaid's own drawing" },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin (default: every flow of the project)' }],
  options: [
    {
      flags: '-f, --formats <list>',
      summary: 'what to write (default: svg)',
      list: true,
      choices: async () => [...ids((await import('../../render/formats/index.js')).formats), ALL],
    },
    {
      flags: '--view <list>',
      summary:
        'which pictures or matrices (default: swimlane); all: every picture of the process, matrices: every matrix',
      list: true,
      choices: [...allViewIds, ALL, MATRICES],
    },
    ...pictureOptions,
    ...partOptions,
    ...drawingOptions,
    {
      flags: '--mermaid <kind>',
      summary: 'kind of Mermaid diagram',
      choices: async () => (await import('../../render/format.js')).mermaidDiagrams,
    },
    {
      flags: '--via <tool>',
      summary: 'let another program draw the Mermaid text, as svg, png or pdf',
      choices: ['mermaid-cli'],
    },
    { flags: '--quality', summary: 'measure the pictures instead of drawing them; exit 1 where one breaks a rule' },
    outOption,
    stdinOption,
  ],
  async run(host, terminal, { args, options }) {
    if (options['quality'] === true) {
      const { printQuality } = await import('../quality.js');
      return printQuality(host, terminal, { args, options });
    }
    if (options['via'] !== undefined) {
      const { renderVia } = await import('../via.js');
      return renderVia(host, terminal, { args, options });
    }
    const outputs = await askedOutputs(host, options);
    const { gather } = await import('../gather.js');
    await requestFor(outputs ?? [], options, undefined); // a misspelt option is told before any file is read
    const { readTheme } = await import('../theme-option.js');
    const theme = await readTheme(host, terminal, text(options, 'theme'));
    const gathered = theme.add(await gather(host, terminal, args, text(options, 'stdinFilepath')));
    const { renderJobs } = await import('../jobs.js');
    const { produce } = await import('../produce.js');
    const jobs = theme.failed
      ? []
      : await renderJobs(gathered, terminal, async (batch) => ({
          ...(await requestFor(outputs ?? batch.config?.outputs ?? [{ format: 'svg' }], options, batch)),
          ...theme.look,
        }));
    return produce(host, terminal, { out: text(options, 'out'), gathered, jobs, main: ({ names }) => names.length });
  },
};

/** What the command line asks for; undefined if it leaves that to the project file. */
async function askedOutputs(
  host: Host,
  options: CommandInput['options'],
): Promise<readonly OutputRequest[] | undefined> {
  const { formats } = await import('../../render/formats/index.js');
  const asked = list(options, 'formats');
  const views = allViewsOf(options);
  const wanted = asked && chooseSome('format', asked, ids(formats));
  const named = await formatOfOut(host, text(options, 'out'), { formats, views, wanted });
  const chosen = wanted ?? (named && [named]);
  if (chosen === undefined && views === undefined) return undefined;
  return fittingOutputs(chosen ?? ['svg'], views ?? ['swimlane'], asked?.includes(ALL));
}

/** The format that the extension of `-o` tells. */
async function formatOfOut(
  { cwd, files }: Host,
  out: string | undefined,
  asked: {
    readonly formats: readonly (Format & { readonly id: FormatId })[];
    readonly views: readonly AnyViewId[] | undefined;
    readonly wanted: readonly FormatId[] | undefined;
  },
): Promise<FormatId | undefined> {
  const { formatOfName, misnamed, targetOf } = await import('../files/output.js');
  if (out === undefined || targetOf(out, cwd, files).kind !== 'file') return undefined;
  const { formats, views = ['swimlane'], wanted } = asked;
  const { fits } = await import('../../app/views.js');
  // `handbook.md` is an SOP, unless a matrix is asked for.
  const likely = formats.filter((format) => views.some((view) => fits(format, view)));
  const named = (formatOfName(out, likely) ?? formatOfName(out, formats))?.id;
  if (named === undefined && wanted === undefined) {
    const endings = formats.map(({ extension }) => extension).join(', ');
    throw new UsageError(
      `The name ${out} tells no format.`,
      `Known: ${endings}. To write into a folder of that name: -o ${out}/`,
    );
  }
  const fitting =
    wanted &&
    misnamed(
      out,
      formats.filter(({ id }) => wanted.includes(id)),
    );
  if (fitting !== undefined) {
    throw new UsageError(
      `-f asks for ${wanted?.join(', ') ?? ''}, but the name ${out} is that of ${named ?? 'something else'}.`,
      fitting,
    );
  }
  return named;
}
