/** The pace of the service's time, and what it is now, where the application tells. */
const STEPS = [1, 10, 60, 300, 900, 3600];
const ADDRESS = '/simulators/clock';

const nearest = (scale) =>
  STEPS.reduce((best, step, index) => (Math.abs(step - scale) < Math.abs(STEPS[best] - scale) ? index : best), 0);

async function ask(options) {
  try {
    const response = await fetch(ADDRESS, options);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Shows the slider if the application answers, and keeps the time going. */
export async function startClock({ panel, slider, scale, time, locale }) {
  let known = null;
  const showScale = (value) => {
    scale.textContent = `${value}×`;
    slider.setAttribute('aria-valuetext', `${value}×`);
  };
  const take = (answer) => {
    if (typeof answer?.scale !== 'number') return;
    known = { ...answer, at: performance.now() };
    slider.value = String(nearest(answer.scale));
    showScale(answer.scale);
    tick();
  };
  const tick = () => {
    if (!known) return;
    const now = Date.parse(known.now) + (performance.now() - known.at) * known.scale;
    time.textContent = new Date(now).toLocaleString(locale(), {
      timeZone: 'Asia/Shanghai',
      month: 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  };

  take(await ask());
  if (!known) return;
  panel.hidden = false;
  slider.addEventListener('input', () => showScale(STEPS[slider.value]));
  slider.addEventListener('change', async () =>
    take(
      await ask({
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ scale: STEPS[slider.value] }),
      }),
    ),
  );
  setInterval(tick, 500);
  // Another page may have changed the pace.
  setInterval(async () => document.activeElement !== slider && take(await ask()), 15_000);
}
