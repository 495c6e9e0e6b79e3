/** Runs as a process of its own. */

// Ctrl-C goes to the whole group of processes: whoever asked decides what becomes of the task. Before anything else is loaded, since that takes a while.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => undefined);

const [{ serve }, { WORK }] = await Promise.all([import('./serve.ts'), import('./work.ts')]);
serve(WORK);
