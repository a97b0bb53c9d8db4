/** draw.io: the picture to go on with by hand, in draw.io itself, and in Lucidchart and Visio, which can read its files. */
import { drawioFile } from '../drawio/document.js';
import type { Format } from '../format.js';

export const drawio = {
  id: 'drawio',
  summary: 'draw.io file to edit by hand, with lanes, shapes and connectors',
  extension: '.drawio',
  mediaType: 'application/vnd.jgraph.mxfile',
  needs: 'scene',
  onlyGraphs: true,
  render: (scene, options) => drawioFile([scene], options),
  renderPages: (scenes, options) => drawioFile(scenes, options),
} as const satisfies Format;
