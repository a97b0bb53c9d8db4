/**
 * Makes the fonts that trackflow ships in `fonts/`: Noto Sans SC in the two weights that pictures use, cut down to the characters of
 * GB 2312 (6,763 hanzi), Latin, Greek, Cyrillic, kana and symbols.
 *
 *   node scripts/fonts.mjs [--check]      --check writes nothing, and fails if something would change
 *
 * Run by hand when the font or the choice of characters changes; what it makes is committed, byte for byte the same every time. The whole
 * font (94 MB) is fetched from npm into a temporary folder and is no dependency. PNG, PDF and embedded fonts are cut from what is here.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const target = fileURLToPath(new URL('../fonts/', import.meta.url));
const fontPackage = '@expo-google-fonts/noto-sans-sc@0.4.3';
const weights = {
  'NotoSansSC-Regular.ttf': '400Regular/NotoSansSC_400Regular.ttf',
  'NotoSansSC-Bold.ttf': '700Bold/NotoSansSC_700Bold.ttf',
};

/** Besides GB 2312. Where the font lacks a character of these blocks, the subset lacks it too. */
const blocks = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0x24f], // Latin-1, Latin Extended-A and -B
  [0x2b0, 0x36f], // modifier letters, combining marks
  [0x370, 0x52f], // Greek, Cyrillic
  [0x1e00, 0x1eff], // Latin Extended Additional: Vietnamese
  [0x2000, 0x27bf], // punctuation, currency, letter-like, numbers, arrows, mathematics, boxes, shapes, dingbats
  [0x2900, 0x297f], // more arrows
  [0x2b00, 0x2bff],
  [0x3000, 0x30ff], // CJK punctuation, kana
  [0x3200, 0x33ff], // numbers in circles and brackets, units
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef], // full-width and half-width forms
];

const made = await makeFonts();
const stale = [];
for (const [name, bytes] of made) {
  const file = join(target, name);
  if (!existsSync(file) || !(await readFile(file)).equals(bytes)) stale.push(name);
}
if (process.argv.includes('--check')) {
  console.log(stale.length > 0 ? `Not up to date: ${stale.join(', ')}.` : 'The fonts are up to date.');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  await mkdir(target, { recursive: true });
  for (const name of stale) await writeFile(join(target, name), made.get(name));
  console.log([...made].map(([name, bytes]) => `${name}: ${(bytes.length / 2 ** 20).toFixed(2)} MB`).join('\n'));
}

async function makeFonts() {
  const folder = await mkdtemp(join(tmpdir(), 'trackflow-fonts-'));
  try {
    const source = await fetchPackage(folder);
    const files = new Map();
    for (const [name, path] of Object.entries(weights)) {
      const whole = await readFile(join(source, path));
      const bytes = await subsetFont(whole, characters(), {
        targetFormat: 'truetype',
        noHinting: true,
        // Alternates that text never asks for (vertical, half-width, old forms) would double the size.
        noLayoutClosure: true,
        keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'liga', 'locl'],
        // The notices that the licence wants kept: copyright, trademark, licence and where it can be read.
        preserveNameIds: [0, 7, 13, 14],
      });
      files.set(name, Buffer.from(bytes));
    }
    files.set('OFL.txt', await readFile(join(source, 'LICENSE_FONT')));
    return files;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fetchPackage(folder) {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', fontPackage], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  return join(folder, 'node_modules/@expo-google-fonts/noto-sans-sc');
}

function characters() {
  const codes = new Set();
  for (const [first, last] of blocks) for (let code = first; code <= last; code++) codes.add(code);
  for (const code of gb2312()) codes.add(code);
  return String.fromCodePoint(...[...codes].sort((a, b) => a - b));
}

/** Symbols are rows 1 to 9, hanzi rows 16 to 87; two bytes a character. */
function gb2312() {
  const decoder = new TextDecoder('gb18030');
  const codes = [];
  for (let row = 0xa1; row <= 0xf7; row++) {
    if (row > 0xa9 && row < 0xb0) continue;
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const code = decoder.decode(new Uint8Array([row, cell])).codePointAt(0);
      // Cells that GB 2312 leaves empty come out as private-use characters or as replacements.
      if (code !== undefined && code < 0xe000) codes.push(code);
    }
  }
  const hanzi = codes.filter((code) => code >= 0x4e00 && code <= 0x9fff);
  if (hanzi.length !== 6763) throw new Error(`GB 2312 has 6763 hanzi; this Node decodes ${hanzi.length}`);
  return codes;
}
