/** Edges of a directed graph: node → the nodes it points to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Circles of a graph: its strongly connected components of more than one node, each sorted (Tarjan). */
export function circles(graph: Graph): string[][] {
  const indices = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];

  const visit = (node: string): number => {
    const index = indices.size;
    indices.set(node, index);
    stack.push(node);
    let low = index;
    for (const next of graph.get(node) ?? []) {
      if (!indices.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, indices.get(next) ?? low);
    }
    if (low === index) {
      const circle = stack.splice(stack.indexOf(node));
      if (circle.length > 1) found.push(circle.sort());
    }
    return low;
  };

  for (const node of graph.keys()) if (!indices.has(node)) visit(node);
  return found;
}
