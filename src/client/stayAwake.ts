/** Keeps the screen awake while a page is seen and somebody presents with it. Browsers that cannot do nothing, and say nothing. */

/** `wanted`: whether somebody presents; the function that it gives looks again. */
export function stayAwake(wanted: () => boolean): () => void {
  const state: { lock: WakeLockSentinel | null; asking: boolean } = { lock: null, asking: false };
  const look = async (): Promise<void> => {
    if (!wanted()) {
      void state.lock?.release();
      state.lock = null;
    }
    if (!wanted() || state.asking || state.lock?.released === false || document.visibilityState !== 'visible') return;
    state.asking = true;
    state.lock = await ask();
    state.asking = false;
  };
  // a browser gives the lock up with every window that is no longer seen
  for (const event of ['visibilitychange', 'fullscreenchange']) document.addEventListener(event, () => void look());
  void look();
  return () => void look();
}

async function ask(): Promise<WakeLockSentinel | null> {
  try {
    return 'wakeLock' in navigator ? await navigator.wakeLock.request('screen') : null;
  } catch {
    // the battery is low, or the page may not
    return null;
  }
}
