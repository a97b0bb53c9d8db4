/**
 * The plan of the house: which folder of src/ stands on which floor, and which package may be used where.
 *
 * This is the whole of what a new folder or a new dependency has to be entered in. A folder without a floor and a package without a
 * home are violations themselves, so the plan can't fall behind the code.
 */

/** Floor of each folder; a folder imports lower floors only. `index.ts` is the public API. */
export const floors: Readonly<Record<string, number>> = {
  base: 0,
  model: 1,
  source: 2,
  schema: 2,
  compile: 3,
  lint: 4,
  view: 4,
  layout: 4,
  render: 4,
  importers: 4,
  analyse: 4,
  report: 4,
  app: 5,
  'index.ts': 6,
  preview: 6,
  lsp: 6,
  site: 6,
  cli: 7,
};

interface Home {
  /** Beginnings of paths below src/. */
  readonly folders: readonly string[];
  /** Too heavy to be read at start-up: reached from an entry by `import()` only. */
  readonly heavy?: true;
}

export const homes: Readonly<Record<string, Home>> = {
  yaml: { folders: ['source/'] },
  elkjs: { folders: ['layout/'], heavy: true },
  '@resvg/resvg-js': { folders: ['render/png/'], heavy: true },
  pdfkit: { folders: ['render/pdf/'], heavy: true },
  docx: { folders: ['render/docx/'], heavy: true },
  fflate: { folders: ['render/pdf/', 'render/docx/'], heavy: true },
  'subset-font': { folders: ['render/fonts/'], heavy: true },
  // The package itself, by the name that its users call it: its font files, which stand outside of the bundle.
  trackflow: { folders: ['render/fonts/'], heavy: true },
  linebreak: { folders: ['base/text/'] },
  chalk: { folders: ['report/reporters/', 'report/differences/', 'report/histories/', 'cli/'] },
  commander: { folders: ['cli/'] },
  diff: { folders: ['cli/'], heavy: true },
  tinyglobby: { folders: ['cli/'] },
  picomatch: { folders: ['cli/'], heavy: true },
  // Types of trees alone; in app/comparison/ a page is put together of what render/ and report/ give.
  hast: { folders: ['render/', 'site/', 'app/comparison/'] },
  'hast-util-to-html': { folders: ['render/', 'site/'], heavy: true },
  'mdast-util-to-hast': { folders: ['render/'], heavy: true },
  'csv-stringify': { folders: ['render/matrix/'], heavy: true },
  'ical.js': { folders: ['render/calendar/'], heavy: true },
  mdast: { folders: ['render/', 'site/'] },
  'mdast-util-to-markdown': { folders: ['render/'], heavy: true },
  'mdast-util-gfm': { folders: ['render/'], heavy: true },
};

/** Node's own modules: all of the outside world comes in through cli/. */
export const nodeHome: Home = { folders: ['cli/'] };

/** Node's modules that touch nothing outside the program, and may be used anywhere. */
export const pureNodeModules: readonly string[] = ['node:path/posix'];

/** Where running begins. */
export const entries: readonly string[] = ['cli/main.ts', 'index.ts', 'site/client/main.ts', 'site/client/start.ts'];

/** Runs in the browsers of a site's readers, with their clock and their screen, and makes none of its bytes. */
export const inBrowsers = 'site/client/';
