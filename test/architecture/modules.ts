/**
 * What the laws of the architecture look at: every source file with its imports, read from the syntax tree.
 *
 * Separate from the laws, so that a planted violation goes through the same eyes as a real file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `lazy` is `import()`; `types` leaves nothing behind at run time. */
  readonly kind: 'static' | 'lazy' | 'types';
  /** Path below src/ for a relative import, without asking whether it exists. */
  readonly target?: string;
  /** Package name, or `node:fs` and the like, for any other. */
  readonly package?: string;
}

export interface Module {
  /** Path below src/, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** What scripts make is not ours to judge, but imports of it count. */
const isGenerated = (path: string): boolean => path.includes('/generated/');

export function readModules(): readonly Module[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !isGenerated(path))
    .sort()
    .map((path) => parseModule(path, readFileSync(src + path, 'utf8')));
}

export function parseModule(path: string, text: string): Module {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: Import['kind']): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    imports.push({ specifier: specifier.text, line: lineOf(tree, node), kind, ...destination(path, specifier.text) });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node))
      add(node, node.moduleSpecifier, isTypeOnly(node.importClause) ? 'types' : 'static');
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, node.isTypeOnly ? 'types' : 'static');
    else if (ts.isImportTypeNode(node))
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'types');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'lazy');
    }
  });
  return { path, text, tree, imports };
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

function destination(from: string, specifier: string): Pick<Import, 'target' | 'package'> {
  if (specifier.startsWith('.')) {
    return { target: posix.join(posix.dirname(from), specifier).replace(/\.js$/u, '.ts') };
  }
  if (specifier.startsWith('node:')) return { package: specifier };
  const [scopeOrName = '', name = ''] = specifier.split('/');
  return { package: scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName };
}
