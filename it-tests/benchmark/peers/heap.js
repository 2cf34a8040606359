// On SIGUSR2 says how large the live heap is, in bytes: what a JVM is asked by jcmd. Wants node --expose-gc.
process.on('SIGUSR2', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`live heap ${heapUsed + external}`);
});
