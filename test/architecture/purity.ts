/** What makes two runs differ, found in a syntax tree: the clock, chance, the locale, the console and the machine's process. */
import ts from 'typescript';
import type { Breach } from './laws.js';
import { lineOf, walk, type Module } from './modules.js';

/** `process` is also a word of the domain; these are the members that only Node's has. */
const nodeProcess = [
  'argv',
  'cwd',
  'env',
  'exit',
  'exitCode',
  'hrtime',
  'on',
  'pid',
  'platform',
  'stderr',
  'stdin',
  'stdout',
  'versions',
];
const membersOf: Readonly<Record<string, readonly string[]>> = {
  Date: ['now', 'parse'],
  Math: ['random'],
  process: nodeProcess,
};
const globals = ['console', 'performance', 'globalThis', 'setTimeout', 'setInterval', 'fetch'];

export function purityBreaches(module: Module): readonly Breach[] {
  const breaches: Breach[] = [];
  walk(module.tree, (node) => {
    if (isImpure(node)) {
      breaches.push({
        path: module.path,
        line: lineOf(module.tree, node),
        what: node.getText(module.tree).split('\n')[0] ?? '',
      });
    }
  });
  return breaches;
}

function isImpure(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    const member = node.name.text;
    if (member === 'localeCompare' || member.startsWith('toLocale')) return true;
    if (!ts.isIdentifier(node.expression)) return false;
    const object = node.expression.text;
    return globals.includes(object) || (Object.hasOwn(membersOf, object) && (membersOf[object] ?? []).includes(member));
  }
  if (ts.isNewExpression(node)) {
    const [first] = node.arguments ?? [];
    const callee = node.expression;
    if (ts.isIdentifier(callee) && callee.text === 'Date') return first === undefined;
    // Without a locale, Intl takes the machine's.
    return ts.isPropertyAccessExpression(callee) && callee.expression.getText() === 'Intl' && isAbsent(first);
  }
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && globals.includes(node.expression.text);
}

function isAbsent(argument: ts.Expression | undefined): boolean {
  return argument === undefined || (ts.isIdentifier(argument) && argument.text === 'undefined');
}
