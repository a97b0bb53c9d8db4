/** `trackflow sop`: the standard operating procedure of each flow, with its picture beside it, or the handbooks of its roles. */
import { basename } from 'node:path';
import { viewIds } from '../../model/view.js';
import { ALL, chooseSome } from '../choices.js';
import type { Command } from '../command.js';
import { UsageError } from '../exit.js';
import type { Host } from '../host/host.js';
import { list, outputsOf, requestFor, text, viewsOf } from '../render-options.js';
import { outOption, pictureOptions, stdinOption } from '../shared-options.js';

/** The forms of a document, by their extensions: what people call them. */
const forms = ['md', 'html', 'docx'] as const;
const formats = { md: 'sop', html: 'sop-html', docx: 'docx' } as const;
type Form = (typeof forms)[number];

export const sop: Command = {
  id: 'sop',
  summary:
    'Write the standard operating procedure of each flow, or the handbook of a role, as Markdown, web page or Word document.',
  examples: [
    { line: 'trackflow sop lead.flow.yaml', does: 'out/lead.sop.md and the picture that it shows' },
    { line: 'trackflow sop lead.flow.yaml -o docs/lead.md --lang en', does: 'under a name of your own, in English' },
    { line: 'trackflow sop lead.flow.yaml -f docx', does: 'a Word document with the picture in it: out/lead.sop.docx' },
    { line: 'trackflow sop lead.flow.yaml --for sales', does: 'the handbook of one role: out/lead.handbook.sales.md' },
    { line: 'trackflow sop lead.flow.yaml --for all', does: 'a handbook for everyone who has duties' },
    { line: 'trackflow sop lead.flow.yaml --inline-subflows', does: 'one document, with the child flows in it' },
    {
      line: 'trackflow sop --template quality.sop-template.yaml',
      does: 'sections and headings as your quality manual has them',
    },
    { line: 'trackflow sop lead.flow.yaml -o -', does: 'to stdout, without a picture' },
  ],
  args: [{ name: '[paths...]', summary: 'files, folders, globs, or - for stdin (default: every flow of the project)' }],
  options: [
    {
      flags: '-f, --formats <list>',
      summary: 'how it is written (default: md, or what the extension of -o tells)',
      list: true,
      choices: [...forms, ALL],
    },
    { flags: '--for <owner>', summary: 'the handbook of this owner, or of all who have duties, in place of the SOP' },
    { flags: '--inline-subflows', summary: 'child flows as sections of the same document, in place of links' },
    { flags: '--history', summary: 'with the versions so far, from git' },
    { flags: '--template <file>', summary: 'which sections, in which order, with which headings (.yaml)' },
    {
      flags: '--view <list>',
      summary: 'which pictures go along (default: swimlane)',
      list: true,
      choices: [...viewIds, ALL],
    },
    ...pictureOptions,
    { flags: '--no-picture', summary: 'the text only' },
    outOption,
    stdinOption,
  ],
  async run(host, terminal, { args, options }) {
    const { gather } = await import('../gather.js');
    const { renderJobs } = await import('../jobs.js');
    const { produce } = await import('../produce.js');
    const views = viewsOf(options) ?? ['swimlane'];
    const out = text(options, 'out');
    const asked = await formsOf(host, out, list(options, 'formats'));
    const whom = text(options, 'for');
    // The other forms carry their pictures in themselves.
    const picture = options['picture'] !== false && out !== '-' && whom === undefined && asked.includes('md');
    const outputs = [
      ...outputsOf(
        asked.map((form) => formats[form]),
        views,
      ).map((output) => ({ ...output, ...(whom !== undefined && { for: whom }) })),
      ...(picture ? outputsOf(['svg'], views) : []),
    ];
    await requestFor(outputs, options, undefined); // a misspelt option is told before any file is read
    const { readTheme } = await import('../theme-option.js');
    const theme = await readTheme(host, terminal, text(options, 'theme'));
    const { readTemplate } = await import('../template-option.js');
    const form = await readTemplate(host, terminal, text(options, 'template'));
    const gathered = form.add(theme.add(await gather(host, terminal, args, text(options, 'stdinFilepath'))));
    const documentName = await nameOf(host, out);
    const { childrenOf, expectOwner, gitHistory } = await import('../sop-options.js');
    expectOwner(gathered, whom, terminal);
    const history = options['history'] === true ? await gitHistory(host, gathered, terminal) : undefined;
    const jobs =
      theme.failed || form.failed
        ? []
        : await renderJobs(gathered, terminal, async (batch) => ({
            ...(await requestFor(outputs, options, batch)),
            ...theme.look,
            ...(documentName !== undefined && { documentName }),
            ...(options['inlineSubflows'] === true && { inline: childrenOf(batch, gathered) }),
            ...form.sections,
            ...(history && { history }),
          }));
    const main = ({ names }: { readonly names: readonly string[] }): number =>
      names.filter((name) => asked.some((form) => name.endsWith(`.${form}`))).length;
    return produce(host, terminal, { out, gathered, jobs, main });
  },
};

/** What is asked for, else what the name of the file tells, else Markdown. */
async function formsOf(
  { cwd, files }: Host,
  out: string | undefined,
  asked: readonly string[] | undefined,
): Promise<readonly Form[]> {
  const { misnamed, targetOf } = await import('../files/output.js');
  const wanted = asked && chooseSome('format', asked, forms);
  if (out === undefined || targetOf(out, cwd, files).kind !== 'file') return wanted ?? ['md'];
  const named = forms.filter((form) => out.toLowerCase().endsWith(`.${form}`));
  const possible = wanted ?? (named.length > 0 ? named : forms);
  const other = misnamed(
    out,
    possible.map((form) => ({ extension: `.${form}` })),
  );
  if (other !== undefined)
    throw new UsageError(`sop writes ${possible.join(' or ')}, but the name ${out} is that of something else.`, other);
  return wanted ?? (named.length > 0 ? named : ['md']);
}

/** The name that `-o` gives the document, which pictures beside it link to. */
async function nameOf({ cwd, files }: Host, out: string | undefined): Promise<string | undefined> {
  const { targetOf } = await import('../files/output.js');
  if (out === undefined) return undefined;
  const target = targetOf(out, cwd, files);
  return target.kind === 'file' ? basename(target.path) : undefined;
}
