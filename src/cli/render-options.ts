/**
 * The options of `render` and `sop` as a request: what the command line says goes before the project file, that before the
 * defaults.
 */
import type { FormatId, OutputRequest, RenderRequest } from '../app/request.js';
import { pageFormats } from '../model/paper.js';
import { directions, showIds, viewIds, type ViewId } from '../model/view.js';
import { ALL, choose, chooseSome } from './choices.js';
import type { CommandInput } from './command.js';
import { drawingOf } from './drawing-options.js';
import { UsageError } from './exit.js';
import type { Batch } from './gather.js';
import { isThemePath } from './theme-option.js';

type Options = CommandInput['options'];

export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function list(options: Options, name: string): readonly string[] | undefined {
  const value = options[name];
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) throw new UsageError(`--${name} needs at least one value.`);
  return value as readonly string[];
}

export function viewsOf(options: Options): readonly ViewId[] | undefined {
  const asked = list(options, 'view');
  return asked && chooseSome('view', asked, viewIds);
}

/** Outputs for every combination; the direction and the paper of the command line go before theirs. */
export function outputsOf(formats: readonly FormatId[], views: readonly ViewId[]): readonly OutputRequest[] {
  return formats.flatMap((format) => views.map((view) => ({ format, view })));
}

/** Everything but the outputs' formats and views. */
export async function requestFor(
  outputs: readonly OutputRequest[],
  options: Options,
  batch?: Pick<Batch, 'config' | 'colours'>,
): Promise<RenderRequest> {
  const { filterOf } = await import('./part-options.js');
  const { themes, mermaidDiagrams } = await import('../render/format.js');
  const { config, colours } = batch ?? {};
  const direction = text(options, 'direction');
  const pages = text(options, 'pages');
  const theme = text(options, 'theme');
  const mermaid = text(options, 'mermaid');
  const languages = languagesOf(options) ?? config?.languages;
  return {
    outputs: outputs.map((output) => ({
      ...output,
      ...(direction !== undefined && { direction: choose('direction', direction, directions) }),
      ...(pages !== undefined && { pages: choose('paper', pages, pageFormats) }),
    })),
    ...(languages && languages.length > 0 && { languages }),
    theme: theme === undefined ? (colours ?? themeNamed(config?.theme ?? 'auto', themes)) : themeNamed(theme, themes),
    ...showOf(options, config),
    ...(await drawingOf(options, outputs)),
    ...(await filterOf(options, outputs)),
    ...(mermaid !== undefined && { mermaidDiagram: choose('kind of Mermaid diagram', mermaid, mermaidDiagrams) }),
  };
}

/** A name; for a file, whose colours come in by another way, it does not matter which. */
function themeNamed<T extends string>(said: string, themes: readonly T[]): T | 'auto' {
  return isThemePath(said) ? 'auto' : choose('theme', said, themes);
}

const nothing = 'none';

function showOf(options: Options, config: Batch['config']): Pick<RenderRequest, 'show'> {
  const asked = list(options, 'show') ?? config?.show;
  if (asked === undefined) return {};
  if (asked.includes(nothing) && asked.length > 1) throw new UsageError('--show none stands alone.');
  if (asked.length === 0 || asked.includes(nothing)) return { show: [] };
  return { show: asked.includes(ALL) ? showIds : chooseSome('detail', asked, showIds) };
}

function languagesOf(options: Options): RenderRequest['languages'] {
  const asked = list(options, 'lang');
  if (asked === undefined || asked.includes(ALL)) return asked && ALL;
  // The tag becomes a part of a file name.
  const wrong = asked.find((tag) => !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(tag));
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is no language tag.`, 'Tags look like zh, en, zh-TW.');
  return [...new Set(asked)];
}
