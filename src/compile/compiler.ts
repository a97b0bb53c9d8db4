/**
 * The compiler: a file in, its process and everything there is to say about it out.
 *
 * The one file that knows the order of the work; each part is next door. A compiler remembers libraries and what parents need of
 * their children, so that three hundred flows with one library read and judge it once, and all pass on the very same findings.
 * Invariant: the same files give the same outcome, in whatever order they are compiled.
 */
import { diagnose } from '../model/codes.js';
import { sortDiagnostics, type Diagnostic, type Locate, type Outcome } from '../model/diagnostic.js';
import type { Process } from '../model/process.js';
import type { Language } from '../model/text.js';
import { compileChildren, summarize, type FlowSummary } from './children.js';
import { circleThrough, type Link } from './circles.js';
import type { Context } from './context.js';
import { entriesOf, sectionsOf } from './entries.js';
import { createFiles, remember, withoutEchoes } from './files.js';
import { compileFlow, compileShared } from './flow.js';
import { isFlowPath, merge, toLibrary, type Library } from './libraries.js';
import type { Load } from './load.js';
import { mayBeInside, normalize } from './paths.js';
import { lacksEntries, lostSections, sectionNames, written } from './salvaged.js';
import { fallbackLanguage, languageOf } from './texts.js';

export interface CompilerOptions {
  readonly load: Load;
  /** The project folder, in the same spelling as the files; nothing outside it is read. */
  readonly root: string;
  /** Of flows that name none: the project file's. Without it the title tells. */
  readonly language?: Language;
}

export interface Compiled extends Outcome<Process> {
  /** Where the values of the flow, or of a library that it uses, stand; undefined for any other file. */
  locateIn(file: string): Locate | undefined;
  /**
   * Every file whose content may change the process or what is found wrong with it, whether it exists or not: the flow, the flows it
   * contains and those they contain, and the libraries of all of them.
   */
  reach(): readonly string[];
}

export interface Compiler {
  /** A flow: the most complete process that can be built, and all findings about it and the libraries it uses. */
  compile(file: string): Compiled;
  /** A library by itself: its own findings, and those of the libraries it builds on. */
  checkLibrary(file: string): readonly Diagnostic[];
}

export function createCompiler({ load, root, language: usual }: CompilerOptions): Compiler {
  const files = createFiles(load);
  const project = { root, files };
  const canBeOpened = (file: string): boolean => mayBeInside(root, file) && files.refusal(file) === undefined;

  const libraryOf = remember((file: string): Library => {
    if (!isFlowPath(file) && canBeOpened(file)) return toLibrary(files.library(file));
    return {
      file,
      sections: sectionsOf({ file, locate: nowhere, language: undefined }, {}, {}),
      partial: new Set(sectionNames),
      links: [],
    };
  });
  const linksOfLibrary = (file: string): readonly Link[] => libraryOf(file).links;

  const summaries = new Map<string, FlowSummary>();
  const summaryOf = (file: string): FlowSummary => {
    const known = summaries.get(file) ?? summarize(files.flow(file), usual);
    summaries.set(file, known);
    return known;
  };
  const linksOfFlow = (file: string): readonly Link[] => (canBeOpened(file) ? summaryOf(file).links : []);

  const reachOf = (file: string): readonly string[] => {
    const flows = new Set([file]);
    const libraries = new Set<string>();
    for (const each of flows) {
      if (!canBeOpened(each)) continue;
      const { links, uses } = summaryOf(each);
      for (const { to } of links) flows.add(to);
      for (const use of uses) libraries.add(use);
    }
    for (const each of libraries) for (const { to } of linksOfLibrary(each)) libraries.add(to);
    return [...new Set([...flows, ...libraries])];
  };

  /** What one library has to answer for, apart from those that it builds on. */
  const judge = remember((file: string): readonly Diagnostic[] => {
    const opened = files.library(file);
    const { definition, locate, data } = opened;
    if (definition === undefined) return opened.diagnostics;
    const diagnostics: Diagnostic[] = [];
    const own = libraryOf(file).sections;
    const user = {
      home: { file, locate, language: definition.language },
      use: definition.use,
      own,
      lost: lostSections(definition, data),
    };
    const merged = merge({ file, diagnostics }, user, project, libraryOf);
    // The nodes are those of whatever flow uses it.
    const partial = new Set([...merged.partial, 'nodes' as const]);
    compileShared({
      ...merged,
      file,
      language: definition.language ?? usual ?? fallbackLanguage,
      nodes: new Map(),
      partial,
      diagnostics,
      lost: new Map(),
    });
    const circle = circleFinding('use-circle', file, linksOfLibrary);
    return [...opened.diagnostics, ...withoutEchoes(opened.diagnostics, diagnostics), ...circle];
  });

  return {
    compile(given) {
      const file = normalize(given);
      const opened = files.flow(file);
      summaries.set(file, summarize(opened, usual));
      const { definition, locate, data } = opened;
      if (definition === undefined) {
        return {
          value: undefined,
          diagnostics: opened.diagnostics,
          locateIn: () => undefined,
          reach: () => reachOf(file),
        };
      }

      const home = { file, locate, language: definition.language };
      const diagnostics: Diagnostic[] = [];
      const user = {
        home,
        use: definition.use,
        own: sectionsOf(home, definition, data),
        lost: lostSections(definition, data),
      };
      const merged = merge({ file, diagnostics }, user, project, libraryOf);
      const nodes = entriesOf(home, 'nodes', definition.nodes, data);
      const context: Context = {
        ...merged,
        file,
        language: languageOf(definition, usual),
        nodes,
        partial: lacksEntries(definition.nodes, written(data, 'nodes'))
          ? new Set([...merged.partial, 'nodes'])
          : merged.partial,
        diagnostics,
        lost: new Map(),
      };
      const children = compileChildren(context, project, summaryOf);
      const libraries = merged.libraries.filter(canBeOpened);
      const sources = [file, ...libraries, ...Array.from(children.values(), ({ child }) => child.file)];
      const value = compileFlow(context, { home, definition, data, children, sources: [...new Set(sources)] });
      return {
        value,
        diagnostics: inOrder([
          ...opened.diagnostics,
          ...withoutEchoes(opened.diagnostics, diagnostics),
          ...libraries.flatMap(judge),
          ...circleFinding('flow-circle', file, linksOfFlow),
        ]),
        locateIn: (other) =>
          other === file ? locate : libraries.includes(other) ? files.library(other).locate : undefined,
        reach: () => reachOf(file),
      };
    },

    checkLibrary(given) {
      const file = normalize(given);
      const below = new Set([file]);
      for (const each of below) for (const { to } of linksOfLibrary(each)) if (canBeOpened(to)) below.add(to);
      return inOrder([...below].flatMap(judge));
    },
  };
}

const circleWords = {
  'use-circle': { one: 'The library uses itself', more: 'The libraries use each other in a circle' },
  'flow-circle': { one: 'The flow contains itself', more: 'The flows contain each other in a circle' },
} as const;

function circleFinding(
  code: keyof typeof circleWords,
  file: string,
  linksOf: (file: string) => readonly Link[],
): readonly Diagnostic[] {
  const circle = circleThrough(file, linksOf);
  if (circle === undefined) return [];
  const { one, more } = circleWords[code];
  const { files, span } = circle;
  const [message, hint] =
    files.length === 2
      ? [`${one}.`, 'Name another file.']
      : [`${more}: ${files.join(' → ')}.`, 'One of them must do without the next.'];
  return [diagnose(code, message, span, { hint })];
}

/** By file and place; what several ways led to once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = new Set<string>();
  return sortDiagnostics(
    diagnostics.filter(({ code, message, span }) => {
      const key = `${code} ${span?.file ?? ''} ${span?.start.offset ?? ''} ${message}`;
      return !told.has(key) && told.add(key);
    }),
  );
}

const nowhere = (): never => {
  throw new Error('a library that cannot be opened has no places');
};
