import { state } from './network.js';

/** Counts what the account wrote to chats that nobody has on the screen. */
export function createUnread(changed) {
  const counts = new Map();
  const visible = new Set();
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const { chat } = target.dataset;
        if (isIntersecting) visible.add(chat);
        else visible.delete(chat);
      }
      readVisible();
    },
    { threshold: 0.5 },
  );
  document.addEventListener('visibilitychange', readVisible);

  function readVisible() {
    if (document.visibilityState !== 'visible') return;
    for (const chat of visible) counts.delete(chat);
    changed();
  }

  return {
    of: (chat) => counts.get(chat) ?? 0,
    add({ chat, from }) {
      if (from !== state.account?.id) return;
      counts.set(chat, (counts.get(chat) ?? 0) + 1);
      readVisible();
      changed();
    },
    /** Looks at these columns from now on. */
    watch(columns) {
      sight.disconnect();
      visible.clear();
      for (const { element } of columns) sight.observe(element);
    },
    forgetAll: () => counts.clear(),
  };
}
