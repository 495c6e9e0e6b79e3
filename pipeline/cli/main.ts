#!/usr/bin/env node
import { run } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // the reader of a pipe may stop early: `duizhang schema | head`
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2));
