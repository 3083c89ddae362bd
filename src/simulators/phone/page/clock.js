import { readOptional } from './network.js';

/** The time scale of the simulation, where the application has one. */
const STEPS = [1, 10, 60, 300, 900, 3600];
const ADDRESS = '/simulators/clock';

const nearest = (scale) =>
  STEPS.reduce((best, step, index) => (Math.abs(step - scale) < Math.abs(STEPS[best] - scale) ? index : best), 0);

/** Shows the slider if the application answers, and keeps it in line. */
export async function startClock(panel, slider, shown) {
  const read = await readOptional(ADDRESS);
  if (typeof read?.scale !== 'number') return;
  const show = (scale) => {
    shown.textContent = `${scale}×`;
    slider.setAttribute('aria-valuetext', `${scale}×`);
  };
  panel.hidden = false;
  slider.value = String(nearest(read.scale));
  show(read.scale);
  slider.addEventListener('input', () => show(STEPS[slider.value]));
  slider.addEventListener('change', () =>
    fetch(ADDRESS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ scale: STEPS[slider.value] }),
    }),
  );
}
