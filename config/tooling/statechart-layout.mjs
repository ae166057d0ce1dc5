// Lays the machine out when the page is built, so that the browser only draws: the compiled description of the machine
// goes in, boxes and lines come out as the module `virtual:statechart`.
import { pathToFileURL } from 'node:url';
import ELK from 'elkjs/lib/elk.bundled.js';

const id = 'virtual:statechart';
const resolvedId = `\0${id}`;

/** @param {string} describeMachineFile compiled describe-machine.js */
export function statechartLayout(describeMachineFile) {
  return {
    name: 'openward-statechart-layout',
    resolveId: (source) => (source === id ? resolvedId : undefined),
    async load(loaded) {
      if (loaded !== resolvedId) {
        return undefined;
      }
      const { describeMachine } = await import(pathToFileURL(describeMachineFile).href);
      return `export const statechart = ${JSON.stringify(await layOut(describeMachine()))};`;
    },
  };
}

const options = {
  'elk.json.edgeCoords': 'ROOT',
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.spacing.nodeNodeBetweenLayers': '22',
  'elk.layered.spacing.edgeNodeBetweenLayers': '10',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '30',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '10',
  'elk.layered.mergeEdges': 'true',
  'elk.padding': '[top=8,left=4,bottom=8,right=4]',
};
const groupPadding = '[top=34,left=14,bottom=26,right=14]';

/** Boxes of the stage region with their children, and the arrows between stages. */
async function layOut(machine) {
  const stages = machine.states.filter((one) => one.path.startsWith('stage.'));
  const depth = (path) => path.split('.').length;
  // The gate's own states are the same in every stage and would drown the path; the steps of the cutover are the path.
  const shown = stages.filter(
    (one) => depth(one.path) === 2 || (one.path.startsWith('stage.cutover.') && depth(one.path) === 3),
  );
  const graph = { id: 'stage', layoutOptions: options, children: boxesUnder('stage', shown), edges: [] };
  const known = new Set(shown.map((one) => one.path));
  const seen = new Set();
  for (const arrow of machine.arrows) {
    const [source, target] = [nearestKnown(arrow.source, known), arrow.target && nearestKnown(arrow.target, known)];
    const name = `${source}>${target}`;
    // Abort leads out of nearly every stage; as one arrow each they would hide all the others. The list below has them.
    const isDrawn =
      source && target && source !== target && arrow.event !== 'ABORT' && !target.startsWith(`${source}.`);
    if (isDrawn && !seen.has(name)) {
      seen.add(name);
      graph.edges.push({ id: name, sources: [source], targets: [target], event: arrow.event });
    }
  }
  const laid = await new ELK().layout(graph);
  return { width: laid.width, height: laid.height, boxes: flatten(laid, 0, 0), lines: linesOf(laid) };
}

function boxesUnder(parent, shown) {
  const depth = parent.split('.').length + 1;
  return shown
    .filter((one) => one.path.startsWith(`${parent}.`) && one.path.split('.').length === depth)
    .map((one) => {
      const children = boxesUnder(one.path, shown);
      const label = inWords(one.path.split('.').at(-1));
      return children.length > 0
        ? { id: one.path, label, children, layoutOptions: { 'elk.padding': groupPadding } }
        : { id: one.path, label, width: Math.max(76, 7.8 * label.length + 26), height: 36 };
    });
}

/** `rolledBack` as people read it. */
function inWords(name) {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words[0].toUpperCase() + words.slice(1);
}

function nearestKnown(path, known) {
  for (let at = path; at !== ''; at = at.split('.').slice(0, -1).join('.')) {
    if (known.has(at)) {
      return at;
    }
  }
  return null;
}

function flatten(node, x, y) {
  return (node.children ?? []).flatMap((child) => {
    const box = {
      path: child.id,
      label: child.label,
      x: x + child.x,
      y: y + child.y,
      width: child.width,
      height: child.height,
    };
    return [{ ...box, isGroup: (child.children ?? []).length > 0 }, ...flatten(child, box.x, box.y)];
  });
}

/** With edges of all levels at the root, ELK gives their points in the coordinates of the root. */
function linesOf(laid) {
  return (laid.edges ?? []).map((edge) => {
    const section = edge.sections?.[0];
    const [source, target] = [edge.sources[0], edge.targets[0]];
    const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
    return { source, target, event: edge.event, points: points.map(({ x, y }) => [Math.round(x), Math.round(y)]) };
  });
}
