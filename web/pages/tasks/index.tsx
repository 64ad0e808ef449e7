/** `/viec`: the tasks of the body one acts for. */
export { MyTasks as Page } from './list.tsx';
