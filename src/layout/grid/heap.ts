/** A binary heap of numbers by priority; ties leave in order of insertion, so that searches are deterministic. */
export class Heap {
  private readonly items: number[] = [];
  private readonly priorities: number[] = [];
  private readonly stamps: number[] = [];
  private clock = 0;

  get size(): number {
    return this.items.length;
  }

  push(item: number, priority: number): void {
    let at = this.items.length;
    const stamp = this.clock++;
    this.items.push(item);
    this.priorities.push(priority);
    this.stamps.push(stamp);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.before(parent, at)) break;
      this.swap(parent, at);
      at = parent;
    }
  }

  pop(): { item: number; priority: number } | undefined {
    const item = this.items[0];
    const priority = this.priorities[0];
    if (item === undefined || priority === undefined) return undefined;
    const last = this.items.length - 1;
    this.swap(0, last);
    this.items.pop();
    this.priorities.pop();
    this.stamps.pop();
    let at = 0;
    for (;;) {
      const one = 2 * at + 1;
      if (one >= last) break;
      const child = one + 1 < last && this.before(one + 1, one) ? one + 1 : one;
      if (this.before(at, child)) break;
      this.swap(at, child);
      at = child;
    }
    return { item, priority };
  }

  private before(a: number, b: number): boolean {
    const difference = (this.priorities[a] ?? 0) - (this.priorities[b] ?? 0);
    return difference !== 0 ? difference < 0 : (this.stamps[a] ?? 0) < (this.stamps[b] ?? 0);
  }

  private swap(a: number, b: number): void {
    for (const list of [this.items, this.priorities, this.stamps]) {
      const held = list[a] ?? 0;
      list[a] = list[b] ?? 0;
      list[b] = held;
    }
  }
}
