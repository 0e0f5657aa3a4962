/** A signal that ends this process → what has to be taken away first. */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `clean`, synchronously, when a signal comes, which then ends the process as it would have; gives what takes that back. */
export function whenEnded(clean: () => void): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    undo();
    clean();
    process.kill(process.pid, signal);
  };
  const undo = (): void => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return undo;
}
