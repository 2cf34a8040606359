// On SIGUSR2 prints the size of the live heap in bytes. Needs node --expose-gc.
process.on('SIGUSR2', () => {
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`live heap ${heapUsed + external}`);
});
