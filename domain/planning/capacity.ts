/** How much one body can carry at once. Template defaults (TDE); a city sets its own figures with `SetBodyCapacity`. */
export interface Capacity {
  /** Tasks that fall due on one day, over all exercises. */
  readonly tasksPerDay: number;
  /** Tasks that fall due in one week, Monday to Sunday, over all exercises. */
  readonly tasksPerWeek: number;
}

export const DEFAULT_CAPACITY: Capacity = { tasksPerDay: 5, tasksPerWeek: 12 };
