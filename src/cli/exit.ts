/** How a run ends: the exit codes, and the error that means "asked in a way that cannot be done". */

/** 0 clean · 1 findings · 2 usage · 3 internal. Never the number of findings: 256 of them would read as success. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Exit 2: one sentence about what was asked, and a hint at what to ask instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** There are no flow files where they were looked for. */
export class NothingFound extends UsageError {}
