/** Keeps a big screen awake while it shows `[data-keep-awake]`, where the browser lets us. */
export function keepAwake(): void {
  if (!document.querySelector('[data-keep-awake]') || !('wakeLock' in navigator)) return;
  const ask = () => {
    if (!document.hidden) void navigator.wakeLock.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
