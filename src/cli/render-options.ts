/**
 * The options of `render` and `sop` as a request: what the command line says goes before the project file, that before the
 * defaults.
 */
import type { FormatId, OutputRequest, RenderRequest } from '../app/request.js';
import { pageFormats } from '../model/paper.js';
import { isMatrixId, matrixIds, allViewIds, type AnyViewId } from '../model/matrix.js';
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

/** The word for every matrix, as `all` is for every picture of the process as a graph. */
export const MATRICES = 'matrices';

/** The pictures and matrices that are asked for. */
export function allViewsOf(options: Options): readonly AnyViewId[] | undefined {
  const known = [...allViewIds, MATRICES] as const;
  return list(options, 'view')
    ?.flatMap((said): readonly AnyViewId[] => {
      if (said === ALL) return viewIds;
      const chosen = choose('view', said, known);
      return chosen === MATRICES ? matrixIds : [chosen];
    })
    .filter((view, index, all) => all.indexOf(view) === index);
}

/** Where only pictures of the process as a graph will do. */
export function viewsOf(options: Options): readonly ViewId[] | undefined {
  const asked = list(options, 'view');
  const matrix = asked?.find((said) => said === MATRICES || matrixIds.some((id) => id === said));
  if (matrix !== undefined) {
    throw new UsageError(
      `"${matrix}" is no picture of the steps and connections, and nothing else will do here.`,
      `Known: ${viewIds.join(', ')}. Matrices are made by: trackflow render --view ${matrix}`,
    );
  }
  return asked && chooseSome('view', asked, viewIds);
}

/** Outputs for every combination; the direction and the paper of the command line go before theirs. */
export function outputsOf<V extends AnyViewId>(
  formats: readonly FormatId[],
  views: readonly V[],
): readonly { readonly format: FormatId; readonly view: V }[] {
  return formats.flatMap((format) => views.map((view) => ({ format, view })));
}

/** Outputs for every combination that there can be. With `-f all`, formats that do not fit are left out; named ones are refused. */
export async function fittingOutputs(
  asked: readonly FormatId[],
  views: readonly AnyViewId[],
  everyFormat = false,
): Promise<readonly OutputRequest[]> {
  const { combine } = await import('../app/views.js');
  const { formats } = await import('../render/formats/index.js');
  const { pairs, ...lost } = combine<(typeof formats)[number]>(
    formats.filter(({ id }) => asked.includes(id)),
    views,
  );
  const [format, view] = [lost.formats[0], lost.views[0]];
  if (format !== undefined && !everyFormat) throw misfit(format.id, views, format.needs === 'matrix');
  if (view !== undefined) throw misfit(asked.join(', '), [view], !isMatrixId(view));
  // In the order of the command line.
  return asked.flatMap((id) =>
    pairs.flatMap((pair) => (pair.format.id === id ? [{ format: id, view: pair.view }] : [])),
  );
}

function misfit(format: string, views: readonly AnyViewId[], wantsMatrix: boolean): UsageError {
  return new UsageError(
    `${format} cannot show ${views.join(', ')}.`,
    wantsMatrix
      ? `It is for matrices: --view ${matrixIds.join(', ')}, or --view ${MATRICES} for all of them.`
      : isMatrixId(views[0] ?? 'swimlane')
        ? 'Matrices are written as md, csv, html, svg, png or pdf.'
        : `It is for pictures of the process: --view ${viewIds.join(', ')}.`,
  );
}

/** Everything but the outputs' formats and views. */
export async function requestFor(
  outputs: readonly OutputRequest[],
  options: Options,
  batch?: Pick<Batch, 'config' | 'colours' | 'template'>,
): Promise<RenderRequest> {
  const { filterOf } = await import('./part-options.js');
  const { themes, mermaidDiagrams } = await import('../render/format.js');
  const { config, colours, template } = batch ?? {};
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
    ...(template && { template }),
    ...(config?.vocabulary?.terms && { terms: config.vocabulary.terms }),
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
