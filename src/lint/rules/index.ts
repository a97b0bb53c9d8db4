/** The registry of rules. */
import { unreachableNode } from './unreachable-node.js';

export const rules = [unreachableNode] as const;
