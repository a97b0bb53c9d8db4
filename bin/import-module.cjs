/**
 * Runs an ES module by its address. A file of its own, which Node itself loads: code out of V8's cache, as the program is run by
 * `compile-cache.js`, has no import() for what was not known when it was built.
 */
exports.importModule = (url) => import(url);
