/** The page in full screen, or no longer. */
export function toggleFullScreen(): void {
  const change = document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  // a browser may refuse, and the reader sees that it does
  change.catch(() => {});
}
