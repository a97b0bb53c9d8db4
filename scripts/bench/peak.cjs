/** Required before a program: tells at its end how much memory it has taken at most, in kilobytes. */
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
