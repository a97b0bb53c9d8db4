/** What reporters are told besides the findings. */
import type { ReporterOptions } from '../../src/report/reporter.js';

export const plainOptions: ReporterOptions = {
  color: false,
  width: 80,
  lines: () => undefined,
  version: '1.2.3',
  about: () => undefined,
  fingerprint: ({ code, message }) => `print of ${code} ${message}`,
  inRepository: (file) => file,
};
