/** Home of a department or a commune: what it owes, by when, in the order to work through it (ux §6). */
export { MyTasks as Home } from '../tasks/list.tsx';
