// Designsystemet's own color generator. The server runs it (Look/ThemeGenerator.cs), so a color looks as the theme
// builder of Designsystemet would have it, also where the browser has no script.
import { generateColorScale, getContrastFromHex } from '@digdir/designsystemet/color';

type Scheme = 'light' | 'dark';
type Hex = `#${string}`;
type Steps = Record<string, Hex>;

const enough = 4.5;

function stepsOf(color: Hex, scheme: Scheme): Steps {
  return Object.fromEntries(generateColorScale(color, scheme).map(step => [step.name, step.hex]));
}

/** The text on a filled button has one color; the button itself changes when the pointer is on it or presses it. */
function isReadable(steps: Steps): boolean {
  const ink = steps['base-contrast-default']!;
  return ['base-default', 'base-hover', 'base-active'].every(step => getContrastFromHex(ink, steps[step]!) >= enough);
}

/** The color mixed with black (share below 0) or white. */
function mixed(color: Hex, share: number): Hex {
  const to = share < 0 ? 0 : 255;
  const channels = [1, 3, 5].map(at => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16);
    return Math.round(channel + (to - channel) * Math.abs(share));
  });
  return `#${channels.map(channel => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The color itself, or the nearest lighter or darker one that text on a button can be read on, in light and dark. */
function* candidates(color: Hex): Generator<Hex> {
  yield color;
  for (let percent = 1; percent <= 50; percent++) {
    yield mixed(color, -percent / 100);
    yield mixed(color, percent / 100);
  }
}

function themeOf(color: Hex): string {
  for (const used of candidates(color)) {
    const theme = { used, light: stepsOf(used, 'light'), dark: stepsOf(used, 'dark') };
    if (isReadable(theme.light) && isReadable(theme.dark)) return JSON.stringify(theme);
  }
  throw new Error(`No color near ${color} carries text.`);
}

(globalThis as unknown as { themeOf: typeof themeOf }).themeOf = themeOf;
