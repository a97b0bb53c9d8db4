/** `trackflow site`: a folder of pages to click through, for training. */
import type { Command } from '../command.js';
import { exitCodes, UsageError } from '../exit.js';
import { text } from '../render-options.js';
import { stdinOption } from '../shared-options.js';
import { jobsOf, jobsOption } from '../threads/jobs.js';

export const site: Command = {
  id: 'site',
  summary: 'Make a static site of all flows: diagrams to click through, procedures, roles, search.',
  examples: [
    { line: 'trackflow site', does: 'every flow of the project, in out/site; open out/site/index.html' },
    {
      line: 'trackflow site processes -o public',
      does: 'in a folder of your own, for any web server or a shared disk',
    },
    { line: 'trackflow site --title "Sales handbook" --lang en,zh', does: 'English first, and Chinese beside it' },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin (default: every flow of the project)' }],
  options: [
    {
      flags: '-o, --out <folder>',
      summary:
        'a new folder, an empty one, or that of the same site (default: `site.out` of the project file, else out/site)',
    },
    { flags: '--title <text>', summary: 'what stands above all pages' },
    {
      flags: '--lang <list>',
      summary:
        'languages, or all of the flows; the first one stands at the top (default: all, that of most flows at the top)',
      list: true,
    },
    {
      flags: '--theme <name>',
      summary: 'colours of the pictures, or the path of a theme file (.yaml)',
      choices: async () => (await import('../../render/format.js')).themes,
    },
    jobsOption,
    stdinOption,
  ],
  async run(host, terminal, { args, options }) {
    const { requestFor } = await import('../render-options.js');
    await requestFor([], options, undefined); // a misspelt option is told before any file is read
    const jobs = jobsOf(options);
    const out = text(options, 'out');
    const folder = out === undefined ? undefined : await folderOf(host.cwd, out);
    const title = text(options, 'title');
    const { readTheme } = await import('../theme-option.js');
    const theme = await readTheme(host, terminal, text(options, 'theme'));
    const { gather } = await import('../gather.js');
    const gathered = theme.add(await gather(host, terminal, args, text(options, 'stdinFilepath')));
    const { makeSite, siteRequests } = await import('../site/make.js');
    const { pathsFor } = await import('../files/project.js');
    const { report } = await import('../findings.js');
    const { sayWhatIsLeftOut } = await import('../produce.js');
    const exit = await report(gathered, host, terminal, terminal.err);
    sayWhatIsLeftOut(gathered, terminal, pathsFor(host));
    const asked = [];
    for (const batch of theme.failed ? [] : gathered.batches.filter(({ unsettled }) => unsettled !== true)) {
      const { languages, theme: look, show } = await requestFor([], options, batch);
      asked.push({
        batch,
        ask: {
          ...(folder !== undefined && { folder }),
          ...(title !== undefined && { title }),
          ...(languages !== undefined && { languages }),
          ...(look !== undefined && { theme: look }),
          ...theme.look,
          ...(show !== undefined && { show }),
        },
      });
    }
    const requests = siteRequests(host, asked);
    if (requests.length === 0 && exit === exitCodes.clean && !theme.failed)
      throw new UsageError(
        `There is no flow among ${gathered.files.join(', ')}.`,
        'Flow files end in .flow.yaml and have nodes.',
      );
    for (const request of requests) await makeSite(host, terminal, request, jobs);
    return exit;
  },
};

async function folderOf(cwd: string, out: string): Promise<string> {
  const { absolute } = await import('../files/paths.js');
  if (out === '' || out === '-')
    throw new UsageError('A site is a folder of files.', 'Name one, for example: -o public');
  return absolute(cwd, out);
}
