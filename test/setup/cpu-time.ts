/**
 * Milliseconds of work this process has done. For tests that nothing loops for ever or grows with the square: their limits are
 * many times what the work takes, and a busy machine, which stretches the time on the clock, does not stretch this.
 */
export const cpuTime = (): number => process.cpuUsage().user / 1000;
