/** Compiling: what a flow means, with everything it refers to. */
export { createCompiler, type Compiled, type Compiler, type CompilerOptions } from './compiler.js';
export type { Load, Loaded } from './load.js';
