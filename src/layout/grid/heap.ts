/** A binary heap of numbers by priority; ties leave in order of insertion, so that searches are deterministic. */
export class Heap {
  private readonly items: number[] = [];
  private readonly priorities: number[] = [];
  private readonly stamps: number[] = [];
  private clock = 0;

  clear(): void {
    this.items.length = 0;
    this.priorities.length = 0;
    this.stamps.length = 0;
    this.clock = 0;
  }

  /** Priority of the first item; Infinity if there is none. */
  get lowest(): number {
    return this.priorities[0] ?? Infinity;
  }

  push(item: number, priority: number): void {
    const stamp = this.clock++;
    let at = this.items.length;
    // A newer item never goes before an equal older one, so moving up needs no look at stamps.
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.priorities[parent] ?? 0) <= priority) break;
      this.put(at, this.items[parent] ?? 0, this.priorities[parent] ?? 0, this.stamps[parent] ?? 0);
      at = parent;
    }
    this.put(at, item, priority, stamp);
  }

  /** Takes the first item; -1 if there is none. */
  pop(): number {
    const { items, priorities, stamps } = this;
    const first = items[0];
    if (first === undefined) return -1;
    const item = items.pop() ?? 0;
    const priority = priorities.pop() ?? 0;
    const stamp = stamps.pop() ?? 0;
    const count = items.length;
    if (count === 0) return first;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.before(child + 1, priorities[child] ?? 0, stamps[child] ?? 0)) child++;
      if (!this.before(child, priority, stamp)) break;
      this.put(at, items[child] ?? 0, priorities[child] ?? 0, stamps[child] ?? 0);
      at = child;
    }
    this.put(at, item, priority, stamp);
    return first;
  }

  private before(a: number, priority: number, stamp: number): boolean {
    const own = this.priorities[a] ?? 0;
    return own < priority || (own === priority && (this.stamps[a] ?? 0) < stamp);
  }

  private put(at: number, item: number, priority: number, stamp: number): void {
    this.items[at] = item;
    this.priorities[at] = priority;
    this.stamps[at] = stamp;
  }
}
