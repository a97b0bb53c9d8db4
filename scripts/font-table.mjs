/**
 * Makes the tables that `src/base/text/` measures with (widths, and which characters are marks or emoji), and the reference widths
 * its tests compare with.
 *
 *   node scripts/font-table.mjs
 *
 * Run by hand when the font or Unicode changes; what it makes is committed, so that measuring is the same under every Node. The font
 * (94 MB) and HarfBuzz, which shapes text as browsers do, are fetched from npm into a temporary folder and are no dependencies.
 *
 * Only what differs from the rule "an East Asian wide character is one em" is written, in thousandths of an em. Kerning is kept
 * by classes: characters that kern alike with everything, in both weights, share a row or a column.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const table = new URL('src/base/text/generated/advances.ts', root);
const characters = new URL('src/base/text/generated/characters.ts', root);
const reference = new URL('test/base/text/fixtures/widths.json', root);

const fontPackage = '@expo-google-fonts/noto-sans-sc@0.4.3';
const shaperPackage = 'harfbuzzjs@1.6.4';
const files = { 400: '400Regular/NotoSansSC_400Regular.ttf', 700: '700Bold/NotoSansSC_700Bold.ttf' };
const weights = [400, 700];

const folder = await mkdtemp(join(tmpdir(), 'trackflow-font-'));
try {
  const fonts = await loadFonts(folder);
  await writeFile(table, makeTable(fonts));
  await writeFile(characters, makeCharacters());
  await writeFile(reference, await measureReference(fonts));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function loadFonts(where) {
  await writeFile(join(where, 'package.json'), '{"private":true}');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--ignore-scripts', '--no-audit', '--no-fund', fontPackage, shaperPackage], {
    cwd: where,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const modules = join(where, 'node_modules');
  const harfbuzz = await import(pathToFileURL(join(modules, 'harfbuzzjs/dist/index.mjs')).href);
  const fonts = {};
  for (const weight of weights) {
    const bytes = await readFile(join(modules, '@expo-google-fonts/noto-sans-sc', files[weight]));
    const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
    if (face.upem !== 1000) throw new Error(`Expected 1000 units per em, found ${face.upem}`);
    const font = new harfbuzz.Font(face);
    const shape = (text) => {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      return buffer.getGlyphPositions().reduce((sum, position) => sum + position.xAdvance, 0);
    };
    fonts[weight] = { characters: [...face.collectUnicodes()].sort((a, b) => a - b), shape };
  }
  return fonts;
}

function makeTable(fonts) {
  const lines = [
    '/**',
    ' * Widths of Noto Sans SC, made by scripts/font-table.mjs: change that, not this.',
    ' *',
    ` * Source: ${fontPackage}, weights 400 and 700. Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name`,
    ' * "Source"; SIL Open Font License 1.1. Holds measurements only, nothing of the outlines.',
    ' *',
    ' * All numbers of width are thousandths of an em. `advances`: runs `first:width,width,…` of code points in hexadecimal, `560x3` being',
    ' * three times 560. `kerningLeft`, `kerningRight`: a class a line, its code points as hexadecimal ranges. `kerning`: a line for each',
    ' * left class, in it the right classes (a = 0 … z = 25, Aa = 26 …) each followed by what the pair adds.',
    ' */',
    '',
  ];
  const text = (name, value) => lines.push(`const ${name} = \`${value}\`;`, '');
  for (const weight of weights) text(`advances${weight}`, writeAdvances(fonts[weight]));

  const { left, right, values } = kerningClasses(fonts);
  text('left', left.map(writeRanges).join('\n'));
  text('right', right.map(writeRanges).join('\n'));
  for (const weight of weights) text(`kerning${weight}`, values(weight));
  lines.push(
    ...weights.map((weight) => `const weight${weight} = { advances: advances${weight}, kerning: kerning${weight} };`),
    '',
    'export const kerningLeft = left;',
    'export const kerningRight = right;',
    'export const tables = { 400: weight400, 700: weight700 } as const;',
    '',
  );
  return lines.join('\n');
}

/** Properties that regular expressions know too, but each version of Node in its own edition of Unicode. */
function makeCharacters() {
  const lines = [
    '/**',
    ' * Kinds of characters, made by scripts/font-table.mjs: change that, not this.',
    ' *',
    ` * From Unicode ${process.versions.unicode}, by the property named beside each; hexadecimal ranges of code points.`,
    ' */',
    '',
  ];
  const properties = {
    invisible: '[\\p{Mn}\\p{Me}\\p{Default_Ignorable_Code_Point}]',
    spacing: '\\p{Mc}',
    emoji: '\\p{Emoji_Presentation}',
    pictographic: '\\p{Extended_Pictographic}',
  };
  for (const [name, property] of Object.entries(properties)) {
    const pattern = new RegExp(property, 'u');
    const codes = [];
    for (let code = 0x80; code <= 0x10ffff; code++) if (pattern.test(String.fromCodePoint(code))) codes.push(code);
    lines.push(`/** ${property} */`, `export const ${name} = \`${writeRanges(codes)}\`;`, '');
  }
  return lines.join('\n');
}

/** Wide by the ranges of src/base/text/scripts.ts; whatever disagrees with one em is in the table, so a small error there costs bytes only. */
function isWide(code) {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x1f200 && code <= 0x1f2ff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

function writeAdvances({ characters, shape }) {
  const runs = [];
  let next = -1;
  for (const code of characters) {
    const width = shape(String.fromCodePoint(code));
    if (code < 0x20 || (isWide(code) && width === 1000)) continue;
    if (code !== next) runs.push({ first: code, widths: [] });
    runs.at(-1).widths.push(width);
    next = code + 1;
  }
  return runs.map(({ first, widths }) => `${first.toString(16)}:${runLengths(widths)}`).join('\n');
}

function runLengths(widths) {
  const runs = [];
  for (const width of widths) {
    if (runs.at(-1)?.width === width) runs.at(-1).count++;
    else runs.push({ width, count: 1 });
  }
  return runs.map(({ width, count }) => (count > 1 ? `${width}x${count}` : width)).join(',');
}

/** Latin, Greek, Cyrillic and punctuation: everything else stands without kerning. */
function kerns(code) {
  return (code >= 0x20 && code < 0x530) || (code >= 0x1e00 && code < 0x2040) || code === 0x20ac || code === 0x2122;
}

function kerningClasses(fonts) {
  const characters = fonts[400].characters.filter(kerns);
  const matrices = weights.map((weight) => {
    const { shape } = fonts[weight];
    const alone = characters.map((code) => shape(String.fromCodePoint(code)));
    return characters.map((a, row) =>
      characters.map((b, column) => shape(String.fromCodePoint(a, b)) - alone[row] - alone[column]),
    );
  });
  const kernsAtAll = (members, of) =>
    members.some((index) => matrices.some((matrix) => of(matrix, index).some(Boolean)));
  const rowOf = (matrix, row) => matrix[row];
  const columnOf = (matrix, column) => matrix.map((row) => row[column]);
  const classes = (of) => {
    const alike = group(characters.keys(), (index) => matrices.map((matrix) => of(matrix, index).join()).join(';'));
    return [...alike.values()].filter((members) => kernsAtAll(members, of));
  };
  const left = classes(rowOf);
  // The classes used most come first: they have the shortest names.
  const uses = ([member]) => left.filter(([row]) => matrices.some((matrix) => matrix[row][member] !== 0)).length;
  const right = classes(columnOf).sort((a, b) => uses(b) - uses(a) || a[0] - b[0]);
  const values = (weight) => {
    const matrix = matrices[weights.indexOf(weight)];
    const cell = (row, column, name) => (matrix[row][column] === 0 ? '' : className(name) + matrix[row][column]);
    return left.map(([row]) => right.map(([column], name) => cell(row, column, name)).join('')).join('\n');
  };
  const codes = (members) => members.map((index) => characters[index]);
  return { left: left.map(codes), right: right.map(codes), values };
}

function group(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

function className(index) {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : String.fromCharCode(64 + Math.floor(index / 26)) + letter;
}

function writeRanges(codes) {
  const ranges = [];
  for (const code of codes) {
    if (ranges.at(-1)?.last === code - 1) ranges.at(-1).last = code;
    else ranges.push({ first: code, last: code });
  }
  return ranges
    .map(({ first, last }) => (first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`))
    .join(' ');
}

/** Shapes the texts of the fixture anew, a script at a time as browsers do. */
async function measureReference(fonts) {
  const labels = JSON.parse(await readFile(reference, 'utf8'));
  const known = new Set(fonts[400].characters);
  const measured = labels.map(({ text }) => {
    if (![...text].every((character) => known.has(character.codePointAt(0))))
      throw new Error(`Not in the font: ${text}`);
    const width = (weight) => scriptRuns(text).reduce((sum, run) => sum + fonts[weight].shape(run), 0);
    return `  ${JSON.stringify({ text, regular: width(400), bold: width(700) })}`;
  });
  return `[\n${measured.join(',\n')}\n]\n`;
}

/** Digits, spaces and punctuation belong to the run before them; at the beginning to the one after. */
function scriptRuns(text) {
  const runs = [];
  let script;
  for (const character of text) {
    const own = ['Latin', 'Greek', 'Cyrillic', 'Han'].find((name) =>
      new RegExp(`\\p{Script=${name}}`, 'u').test(character),
    );
    if (runs.length === 0 || (own !== undefined && script !== undefined && own !== script)) runs.push('');
    runs[runs.length - 1] += character;
    script = own ?? script;
  }
  return runs;
}
