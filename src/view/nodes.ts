/**
 * The boxes of a view: name, badges, tool tip and link of each node. Where they stand (lane, phase, caption) is the view's affair.
 */
import type { Process, ProcessNode } from '../model/process.js';
import type { Badge, ViewNode } from '../model/view.js';
import { badgesOf } from './badges.js';
import type { Voice } from './voice.js';
import type { ProjectOptions } from './view-kind.js';

function tip(node: ProcessNode, list: readonly Badge[], owner: string, voice: Voice): string {
  return [
    voice.name(node),
    owner === '' ? '' : voice.phrases.owner(owner),
    ...list.map((badge) => badge.title),
    node.type === 'wait' && node.until ? voice.phrases.until(voice.line(node.until)) : '',
    voice.paragraph(node.description),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** Everything a node shows in any view; `lane`, `phase` and `caption` are still to be set. */
export function viewNodes(
  process: Process,
  voice: Voice,
  options: ProjectOptions,
): readonly (ViewNode & { owner?: string })[] {
  const owners = new Map(process.owners.map((owner, hue) => [owner.id, { hue, name: voice.name(owner) }]));
  const badges = badgesOf(process, voice, options.show);
  return process.nodes.map((node) => {
    const owner = node.owner === undefined ? undefined : owners.get(node.owner);
    const dimmed = options.dimmed?.has(node.id) === true;
    const list = dimmed ? [] : badges(node);
    const child = node.type === 'subflow' && node.child ? options.childLink?.(node.child.file) : undefined;
    const href = child ?? options.nodeLink?.(node.id);
    return {
      id: node.id,
      type: node.type,
      name: voice.name(node),
      ...(voice.isNamed(node) ? {} : { unnamed: true }),
      caption: '',
      badges: list,
      tip: tip(node, list, owner?.name ?? '', voice),
      ...(node.type === 'task' ? { kind: node.kind } : {}),
      ...(node.type === 'end' && node.outcome ? { outcome: node.outcome } : {}),
      ...(owner && node.owner !== undefined ? { hue: owner.hue, owner: node.owner } : {}),
      ...(href === undefined ? {} : { href }),
      ...(dimmed ? { dimmed } : {}),
    };
  });
}
