/**
 * Draws what replaces itself at most once a frame, however often it changes: the latest state is drawn. In a hidden page,
 * which has no frames, it is drawn as soon as the page has nothing else to do.
 * @param {() => void} draw
 * @returns {() => void} To be called after each change.
 */
export function onceAFrame(draw) {
  let isDue = false;
  const run = () => {
    if (!isDue) return;
    isDue = false;
    draw();
  };
  // A frame that was due when the page was hidden does not come.
  document.addEventListener("visibilitychange", run);
  return () => {
    if (isDue) return;
    isDue = true;
    if (document.visibilityState === "visible") requestAnimationFrame(run);
    else setTimeout(run);
  };
}
