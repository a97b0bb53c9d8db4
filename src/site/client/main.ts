/** The program in the pages of a site: each part looks for what it works on, and does nothing where the page has none. */
import { startScrollers } from './scrollers.js';
import { startSearchPage } from './search-page.js';
import { startThemeButton } from './theme-button.js';
import { startWorkbench } from './workbench.js';

startThemeButton();
startScrollers();
startWorkbench();
startSearchPage();
