/** SOP templates: read, validated, and their short forms spelt out. */
import { dirname, join } from 'node:path/posix';
import { quotePath } from '../base/quote.js';
import type { Load } from '../compile/index.js';
import { diagnose } from '../model/codes.js';
import { hasErrors, type Diagnostic, type Locate } from '../model/diagnostic.js';
import type { Text } from '../model/text.js';
import type { SopTemplate, TemplateSection } from '../model/sop-template.js';
import { validateTemplate, type SopTemplateDefinition } from '../schema/index.js';
import { readSource } from '../source/index.js';

export interface CheckedTemplate {
  readonly file: string;
  readonly kind: 'template';
  /** Set for a file without errors. */
  readonly template?: SopTemplate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined if there is no such file, or it cannot be read; the caller knows what to say of it. */
export function checkTemplate(file: string, load: Load): CheckedTemplate | undefined {
  const loaded = load(file);
  if (loaded.kind !== 'ok') return undefined;
  const { value: source, diagnostics: read } = readSource(file, loaded.bytes);
  if (!source?.sound) return { file, kind: 'template', diagnostics: read };
  const { value, diagnostics } = validateTemplate(source.data, source.locate);
  const found = [...read, ...diagnostics];
  if (value === undefined || hasErrors(found)) return { file, kind: 'template', diagnostics: found };
  const wrong = [...found, ...faultsOf(value, source.locate)];
  return { file, kind: 'template', ...(!hasErrors(wrong) && { template: templateOf(value) }), diagnostics: wrong };
}

/** The template of a project file: what it says, or why there is none. */
export function templateOfConfig(
  path: string,
  config: { readonly file: string; readonly locate: Locate; readonly load: Load },
): Pick<CheckedTemplate, 'template' | 'diagnostics'> {
  const file = join(dirname(config.file), path);
  const checked = checkTemplate(file, config.load);
  if (checked !== undefined) return checked;
  const span = config.locate(['sop', 'template']);
  const { kind } = config.load(file);
  if (kind === 'outside')
    return { diagnostics: [diagnose('file-outside', `${quotePath(file)} lies outside the project folder.`, span)] };
  if (kind === 'missing')
    return { diagnostics: [diagnose('file-missing', `There is no file ${quotePath(file)}.`, span)] };
  return { diagnostics: [diagnose('file-unreadable', `${quotePath(file)} cannot be read.`, span)] };
}

type Entry = SopTemplateDefinition['sections'][number];
const idOf = (entry: Entry): TemplateSection['section'] => (typeof entry === 'string' ? entry : entry.section);

function faultsOf({ sections }: SopTemplateDefinition, locate: Locate): readonly Diagnostic[] {
  return sections.flatMap((entry, index): Diagnostic[] => {
    const id = idOf(entry);
    const span = locate(['sections', index, ...(typeof entry === 'string' || id === undefined ? [] : ['section'])]);
    if (id === undefined) {
      if (typeof entry !== 'string' && entry.heading !== undefined && (entry.text ?? entry.after) !== undefined)
        return [];
      const hint = 'Write {section: purpose}, or {heading: …, text: …} for one of your own.';
      return [diagnose('template-empty-section', 'This section has nothing to say.', span, { hint })];
    }
    const first = sections.findIndex((other) => idOf(other) === id);
    if (first === index) return [];
    return [
      diagnose('template-section-twice', `The section "${id}" is here a second time.`, span, {
        hint: 'Leave one of the two out.',
        related: [{ message: 'The first.', span: locate(['sections', first]) }],
      }),
    ];
  });
}

function templateOf({ title, language, sections }: SopTemplateDefinition): SopTemplate {
  // A plain string without a language serves every one: it is the only one there is.
  const text = (said: string | Text | undefined): Text | undefined =>
    typeof said === 'string' ? { [language ?? 'und']: said } : said;
  const named = <K extends string>(key: K, said: string | Text | undefined): Partial<Record<K, Text>> => {
    const value = text(said);
    return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, Text>>);
  };
  return {
    ...named('title', title),
    sections: sections.map((entry): TemplateSection => {
      if (typeof entry === 'string') return { section: entry };
      const { section, heading, text: before, after, numbered } = entry;
      return {
        ...(section !== undefined && { section }),
        ...named('heading', heading),
        ...named('text', before),
        ...named('after', after),
        ...(numbered !== undefined && { numbered }),
      };
    }),
  };
}
