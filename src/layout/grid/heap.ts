/** A binary heap of numbers by priority; ties leave in order of insertion, so that searches are deterministic. */
export class Heap {
  // Typed arrays that are kept and only ever grow: a search pushes and pops thousands of times, and there are thousands of searches.
  private items = new Int32Array(256);
  private priorities = new Float64Array(256);
  private stamps = new Int32Array(256);
  private count = 0;
  private clock = 0;

  clear(): void {
    this.count = 0;
    this.clock = 0;
  }

  /** Priority of the first item; Infinity if there is none. */
  get lowest(): number {
    return this.count === 0 ? Infinity : (this.priorities[0] ?? Infinity);
  }

  push(item: number, priority: number): void {
    if (this.count === this.items.length) this.grow();
    const { items, priorities, stamps } = this;
    let at = this.count++;
    // A newer item never goes before an equal older one, so moving up needs no look at stamps.
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = priorities[parent] ?? 0;
      if (above <= priority) break;
      items[at] = items[parent] ?? 0;
      priorities[at] = above;
      stamps[at] = stamps[parent] ?? 0;
      at = parent;
    }
    items[at] = item;
    priorities[at] = priority;
    stamps[at] = this.clock++;
  }

  /** Takes the first item; -1 if there is none. */
  pop(): number {
    if (this.count === 0) return -1;
    const { items, priorities, stamps } = this;
    const first = items[0] ?? -1;
    const count = --this.count;
    const priority = priorities[count] ?? 0;
    const stamp = stamps[count] ?? 0;
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      let lower = priorities[child] ?? 0;
      if (child + 1 < count) {
        const other = priorities[child + 1] ?? 0;
        if (other < lower || (other === lower && (stamps[child + 1] ?? 0) < (stamps[child] ?? 0))) {
          child++;
          lower = other;
        }
      }
      if (lower > priority || (lower === priority && (stamps[child] ?? 0) > stamp)) break;
      items[at] = items[child] ?? 0;
      priorities[at] = lower;
      stamps[at] = stamps[child] ?? 0;
      at = child;
    }
    items[at] = items[count] ?? 0;
    priorities[at] = priority;
    stamps[at] = stamp;
    return first;
  }

  private grow(): void {
    const { items, priorities, stamps } = this;
    this.items = new Int32Array(2 * items.length);
    this.priorities = new Float64Array(2 * items.length);
    this.stamps = new Int32Array(2 * items.length);
    this.items.set(items);
    this.priorities.set(priorities);
    this.stamps.set(stamps);
  }
}
