/**
 * What must be known before a page is drawn: that programs run here, and whether its reader chose light or dark.
 *
 * Apart from the rest, because the browser waits for it.
 */
import { chosenTheme, setTheme } from './chosen-theme.js';

document.documentElement.dataset['script'] = '';
setTheme(chosenTheme());
