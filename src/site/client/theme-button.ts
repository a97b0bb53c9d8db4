/** The button that goes through the choices of colours. */
import { chosenTheme, keepTheme, setTheme, themes } from './chosen-theme.js';

export function startThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-words]');
  const word = button?.querySelector<HTMLElement>('[data-theme-word]');
  if (!button || !word) return;
  const words = (button.dataset['themeWords'] ?? '').split('|');
  let at = themes.indexOf(chosenTheme());
  const show = (): void => {
    word.textContent = words[at] ?? '';
  };
  button.addEventListener('click', () => {
    at = (at + 1) % themes.length;
    const theme = themes[at] ?? 'auto';
    keepTheme(theme);
    setTheme(theme);
    show();
  });
  show();
}
