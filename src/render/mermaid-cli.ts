/**
 * Draws Mermaid text with @mermaid-js/mermaid-cli: Mermaid's own picture instead of ours, also as PNG and PDF.
 *
 * The one place that knows that package's interface. It is an optional peer of half a gigabyte that starts a browser, so it
 * is imported from wherever the caller has found it, once, and one browser draws all pictures of a run.
 */

export const mermaidCliFormats = ['svg', 'png', 'pdf'] as const;
export type MermaidCliFormat = (typeof mermaidCliFormats)[number];

export interface MermaidCliPlace {
  /** URL of the package's main module. */
  readonly mermaidCli: string;
  /** URL of the main module of the puppeteer that belongs to it. */
  readonly puppeteer: string;
  /** Path of a Chromium; absent: the one that puppeteer brought along. */
  readonly browser?: string;
  /** Chromium refuses to run as root with its sandbox. */
  readonly sandbox: boolean;
}

export interface MermaidCli {
  /** `ground`: the colour behind it. */
  draw(text: string, format: MermaidCliFormat, ground: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Mermaid shrinks a picture to the window: wider than any picture, so that text keeps its size; twice the pixels, so that it is sharp. */
const viewport = { width: 10_000, height: 600, deviceScaleFactor: 2 } as const;

interface Browser {
  close(): Promise<void>;
}

/** What is used of the two packages; checked where they are loaded, because their versions are the user's. */
interface Packages {
  readonly renderMermaid: (
    browser: Browser,
    text: string,
    format: MermaidCliFormat,
    options: { readonly backgroundColor: string; readonly viewport: object; readonly pdfFit: boolean },
  ) => Promise<{ readonly data: Uint8Array }>;
  readonly launch: (options: object) => Promise<Browser>;
}

/** Starts the browser. Rejects if it cannot. */
export async function openMermaidCli(place: MermaidCliPlace): Promise<MermaidCli> {
  const { renderMermaid, launch } = await load(place);
  const browser = await launch({
    headless: true,
    ...(place.browser !== undefined && { executablePath: place.browser }),
    args: place.sandbox ? [] : ['--no-sandbox'],
  });
  return {
    async draw(text, format, ground) {
      const { data } = await renderMermaid(browser, text, format, {
        backgroundColor: ground,
        viewport,
        pdfFit: true,
      });
      return data;
    },
    close: () => browser.close(),
  };
}

async function load({ mermaidCli, puppeteer }: MermaidCliPlace): Promise<Packages> {
  const [drawing, driving] = (await Promise.all([import(mermaidCli), import(puppeteer)])) as [
    Partial<Packages>,
    { readonly default?: Partial<Packages> } & Partial<Packages>,
  ];
  const launcher = driving.default ?? driving;
  const { renderMermaid } = drawing;
  const launch = launcher.launch?.bind(launcher);
  if (renderMermaid === undefined || launch === undefined) {
    throw new Error(
      'this version of @mermaid-js/mermaid-cli or puppeteer has another interface; 11 and 24 are known to work',
    );
  }
  return { renderMermaid, launch };
}
