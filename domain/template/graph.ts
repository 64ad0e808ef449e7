/** The order among tasks that `after` makes. Codes that name no task are passed over; `checkTemplate` reports them. */
import type { TaskCode } from './template.ts';

/** As much of a task as its order needs: rows of a template and tasks of a running exercise alike. */
export interface Node {
  readonly code: TaskCode;
  readonly after: readonly TaskCode[];
}
export interface Graph {
  readonly tasks: readonly Node[];
}

/** Every task after its predecessors, otherwise as listed. Tasks that can never start, on or behind a cycle, are left out. */
export const topologicalOrder = (graph: Graph): readonly TaskCode[] => {
  const listed = new Set(graph.tasks.map((task) => task.code));
  const placed = new Set<TaskCode>();
  let waiting = graph.tasks;
  while (waiting.length > 0) {
    const next = waiting.find((task) => task.after.every((code) => placed.has(code) || !listed.has(code)));
    if (!next) break;
    placed.add(next.code);
    waiting = waiting.filter((task) => task.code !== next.code);
  }
  return [...placed];
};

/** Every task that must be done before this one, direct or not, in the order of the list. */
export const predecessors = (graph: Graph, code: TaskCode): readonly TaskCode[] =>
  reach(graph, code, new Map(graph.tasks.map((task) => [task.code, task.after])));

/** Every task that waits for this one, direct or not, in the order of the list. */
export const successors = (graph: Graph, code: TaskCode): readonly TaskCode[] => {
  const next = new Map<TaskCode, TaskCode[]>();
  for (const task of graph.tasks)
    for (const before of task.after) next.set(before, [...(next.get(before) ?? []), task.code]);
  return reach(graph, code, next);
};

const reach = (
  { tasks }: Graph,
  start: TaskCode,
  edges: ReadonlyMap<TaskCode, readonly TaskCode[]>,
): readonly TaskCode[] => {
  const found = new Set<TaskCode>();
  const open = [...(edges.get(start) ?? [])];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    open.push(...(edges.get(code) ?? []));
  }
  return tasks.map((task) => task.code).filter((code) => found.has(code));
};

/** A shortest cycle as a path that returns to its first task, e.g. C02 → C03 → C02; null when there is none. */
export const findCycle = (graph: Graph): readonly TaskCode[] | null => {
  const after = new Map(graph.tasks.map((task) => [task.code, task.after]));
  let shortest: readonly TaskCode[] | null = null;
  for (const { code } of graph.tasks) {
    const path = shortestReturn(code, after);
    if (path && (shortest === null || path.length < shortest.length)) shortest = path;
  }
  return shortest;
};

/** The way back to `start`, in working order: each task of the path is a predecessor of the next. */
const shortestReturn = (
  start: TaskCode,
  after: ReadonlyMap<TaskCode, readonly TaskCode[]>,
): readonly TaskCode[] | null => {
  const seen = new Set<TaskCode>();
  let paths: readonly (readonly TaskCode[])[] = [[start]];
  while (paths.length > 0) {
    const longer: (readonly TaskCode[])[] = [];
    for (const path of paths) {
      for (const before of after.get(path[0] ?? start) ?? []) {
        if (before === start) return [start, ...path];
        if (seen.has(before)) continue;
        seen.add(before);
        longer.push([before, ...path]);
      }
    }
    paths = longer;
  }
  return null;
};
