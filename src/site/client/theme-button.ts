/** The button that goes through the choices of colours. */
import { chosenTheme, keepTheme, setTheme, themes } from './chosen-theme.js';

export function startThemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-words]');
  if (button === null) return;
  const words = (button.dataset['themeWords'] ?? '').split('|');
  let at = themes.indexOf(chosenTheme());
  const show = (): void => {
    button.textContent = `${button.dataset['label'] ?? ''}${words[at] ?? ''}`;
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
